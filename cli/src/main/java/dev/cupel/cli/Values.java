package dev.cupel.cli;

import dev.cupel.cli.answer.Format;
import dev.cupel.cli.value.Age;
import dev.cupel.cli.value.Choice;
import dev.cupel.cli.value.CommandText;
import dev.cupel.cli.value.Expiry;
import dev.cupel.cli.value.Port;
import dev.cupel.cli.value.ProductName;
import dev.cupel.cli.value.RegistryHost;
import dev.cupel.cli.value.Variable;
import dev.cupel.cli.value.WantedPlatforms;
import dev.cupel.image.CupelException;
import dev.cupel.image.ImagePath;
import dev.cupel.image.Platform;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.inspect.gate.Gate;
import dev.cupel.inventory.InventorySource;
import dev.cupel.inventory.sbom.BillFormat;
import dev.cupel.lint.report.ReportFormat;
import dev.cupel.lint.rule.Profile;
import dev.cupel.lint.rule.Threshold;
import dev.cupel.observe.run.Bind;
import dev.cupel.observe.run.Network;
import dev.cupel.observe.run.Tmpfs;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.option.KeepOption;
import dev.cupel.slim.option.PathPattern;
import dev.cupel.vulnerability.channel.MailServer;
import dev.cupel.vulnerability.channel.SecretAddress;
import dev.cupel.vulnerability.report.ScanFormat;
import dev.cupel.vulnerability.vex.VexJustification;
import dev.cupel.vulnerability.vex.VexStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine;

/// How the words of the command line become values. What cannot become one is a misuse that names the option, found before
/// anything is done.
final class Values {
    private Values() {}

    static void readBy(CommandLine line) {
        line.registerConverter(ImageReference.class, checked(Images::parse))
                .registerConverter(InventorySource.class, checked(InventorySource::parse))
                .registerConverter(Platform.class, checked(Platform::parse))
                .registerConverter(WantedPlatforms.class, checked(WantedPlatforms::parse))
                .registerConverter(ImagePath.class, checked(ImagePath::of))
                .registerConverter(KeepOption.class, checked(KeepOption::parse))
                .registerConverter(PathPattern.class, checked(PathPattern::parse))
                .registerConverter(Bind.class, checked(text -> Bind.parse(text, Path.of("").toAbsolutePath())))
                .registerConverter(Tmpfs.class, checked(Tmpfs::parse))
                .registerConverter(CommandText.class, checked(CommandText::parse))
                .registerConverter(Port.class, checked(Port::parse))
                .registerConverter(Variable.class, checked(Variable::new))
                .registerConverter(RegistryHost.class, checked(RegistryHost::new))
                .registerConverter(Duration.class, checked(Age::parse))
                .registerConverter(Expiry.class, checked(Expiry::parse))
                .registerConverter(ProductName.class, checked(ProductName::parse))
                .registerConverter(VexStatus.class, checked(text -> Choice.parse(VexStatus.class, text)))
                .registerConverter(VexJustification.class, checked(text -> Choice.parse(VexJustification.class, text)))
                .registerConverter(Mode.class, checked(text -> Choice.parse(Mode.class, text)))
                .registerConverter(Gate.class, checked(Gate::parse))
                .registerConverter(DiffDemand.class, checked(DiffDemand::parse))
                .registerConverter(DiffCommand.Format.class, checked(text -> Choice.parse(DiffCommand.Format.class, text)))
                .registerConverter(ReportFormat.class, checked(text -> Choice.parse(ReportFormat.class, text)))
                .registerConverter(Profile.class, checked(text -> Choice.parse(Profile.class, text)))
                .registerConverter(Threshold.class, checked(text -> Choice.parse(Threshold.class, text)))
                .registerConverter(BillFormat.class, checked(text -> Choice.parse(BillFormat.class, text)))
                .registerConverter(RuntimeKind.class, checked(text -> Choice.parse(RuntimeKind.class, text)))
                .registerConverter(Network.class, checked(text -> Choice.parse(Network.class, text)))
                .registerConverter(Format.class, checked(text -> Choice.parse(Format.class, text)))
                .registerConverter(dev.cupel.vulnerability.gate.Gate.class, checked(dev.cupel.vulnerability.gate.Gate::parse))
                .registerConverter(ScanFormat.class, checked(text -> Choice.parse(ScanFormat.class, text)))
                .registerConverter(WatchGate.class, checked(text -> Choice.parse(WatchGate.class, text)))
                .registerConverter(WatchMetricsCommand.Format.class, checked(text -> Choice.parse(WatchMetricsCommand.Format.class, text)))
                .registerConverter(SecretAddress.class, checked(SecretAddress::parse))
                .registerConverter(MailServer.Address.class, checked(MailServer.Address::parse))
                .registerConverter(MailServer.Protection.class, checked(text -> Choice.parse(MailServer.Protection.class, text)))
                .registerConverter(Shell.class, checked(text -> Choice.parse(Shell.class, text)));
    }

    private static <T> ITypeConverter<T> checked(Function<String, T> parser) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            } catch (CupelException e) {
                throw new TypeConversionException((e.getMessage() + " " + e.next()).replaceFirst("[.]?\\s*$", ""));
            }
        };
    }
}
