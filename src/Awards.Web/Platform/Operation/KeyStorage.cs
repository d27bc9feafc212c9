using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Awards.Web.Platform.Operation;

/// <summary>Where the keys of cookies and forms come from.</summary>
internal static class KeyStorage
{
    public static void AddKeyStorage(this IServiceCollection services, KeyOptions options, SettingFaults faults)
    {
        services.AddSingleton<DatabaseKeys>();
        // Registered before the framework's own start, which reads the keys.
        services.AddHostedService<KeyStart>();
        var protection = services.AddDataProtection().SetApplicationName("Awards");
        services.AddOptions<KeyManagementOptions>().Configure<DatabaseKeys>((keys, repository) => keys.XmlRepository = repository);
        if (options.Load(faults) is { } certificate) protection.ProtectKeysWithCertificate(certificate);
        if (options.LoadFormer(faults) is { Count: > 0 } former) protection.UnprotectKeysWithAnyCertificate([.. former]);
        services.AddSingleton(options);
    }
}

/// <summary>Takes keys over from the data directory once, and says when they are not encrypted.</summary>
internal sealed class KeyStart(DatabaseKeys keys, KeyOptions options, Installation installation, ILogger<KeyStart> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await keys.ImportAsync(Path.Combine(installation.DataDirectory, "keys"), cancellationToken) is > 0 and var count)
            log.LogWarning("{Count} keys were taken over from {Folder} into the database. The files are no longer used and may be deleted.", count, "keys");
        if (options.Certificate.Length == 0 && !installation.Demo)
            log.LogWarning("The keys of cookies lie unencrypted in the database: who can read it or its backup can forge a sign-in. Keys:Certificate names a certificate.");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
