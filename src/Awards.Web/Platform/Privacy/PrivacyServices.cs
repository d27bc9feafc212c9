using Awards.Web.Platform.Operation;

namespace Awards.Web.Platform.Privacy;

/// <summary>What the operator sets about personal data.</summary>
public sealed record PrivacyOptions
{
    /// <summary>Days after which an account that nobody used is erased, after a warning thirty days before; at least 60, 0 = never.</summary>
    public int UnusedAccountDays { get; init; } = 1095;
}

/// <summary>Retention and erasure.</summary>
internal static class PrivacyServices
{
    /// <summary>Registers them; throws for settings that cannot be.</summary>
    public static void AddPrivacy(this IServiceCollection services, IConfiguration configuration)
    {
        var faults = new SettingFaults();
        var options = faults.Read<PrivacyOptions>(configuration, "Privacy");
        if (options.UnusedAccountDays is not 0 and (< 60 or > 11_000)) faults.Add("Privacy:UnusedAccountDays", "Bitte 0 (nie) oder eine Zahl von Tagen von 60 bis 11000 angeben; dreißig Tage vorher geht eine Warnung hinaus.");
        faults.ThrowIfAny();
        services.AddSingleton(options).AddSingleton<ErasureFile>();
        services.AddScoped<Erasures>().AddScoped<UnusedAccounts>().AddScoped<Retention>().AddScoped<RetentionJob>();
    }
}
