def run():
    import decimal
    return "alpha " + str(decimal.Decimal(1) / 4)
