package dev.cupel.inventory.facts;

import java.util.List;

/// What an image's system is made of besides software. Each list is in the order of its paths.
public record SystemFacts(
        List<SpecialFile> special,
        List<Account> accounts,
        List<Tool> tools,
        List<CertificateFact> certificates,
        List<Secret> secrets,
        List<ScheduledJob> jobs,
        List<Service> services) {
    public static final SystemFacts NONE =
            new SystemFacts(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public SystemFacts {
        special = List.copyOf(special);
        accounts = List.copyOf(accounts);
        tools = List.copyOf(tools);
        certificates = List.copyOf(certificates);
        secrets = List.copyOf(secrets);
        jobs = List.copyOf(jobs);
        services = List.copyOf(services);
    }
}
