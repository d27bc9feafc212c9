namespace Awards.Web.Platform.Files;

/// <summary>Registers the file store, the upload checks and the scanner.</summary>
public static class FileServices
{
    /// <summary>Refuses to start with limits that cannot be met.</summary>
    public static void AddFiles(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        var settings = configuration.GetSection("Files").Get<FileSettings>() ?? new FileSettings();
        if (settings.MaxBytes is < 1 or > int.MaxValue) throw new InvalidOperationException($"Files:MaxBytes must lie between 1 and {int.MaxValue}.");
        services.AddSingleton(settings);
        services.AddSingleton<IFileStore>(provider => new DirectoryFileStore(Path.Combine(Path.GetFullPath(dataDirectory), "files"), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<UploadChecks>();
        services.AddSingleton(new ClamAv(settings.ClamAv));
        services.AddScoped<Uploads>();
        services.AddScoped<PurgeFilesJob>();
        if (settings.ClamAv.Host.Length > 0) services.AddHealthChecks().AddCheck<ClamAvHealth>("clamav");
    }
}
