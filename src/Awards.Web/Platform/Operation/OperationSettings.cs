using System.Net.Mail;
using Awards.Web.Platform.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;

namespace Awards.Web.Platform.Operation;

/// <summary>What the operator set, read and checked once at start.</summary>
internal sealed record OperationSettings(PublicAddress Address, IList<string> Hosts, ForwardedHeadersOptions? Proxy, KeyOptions Keys, TelemetryOptions Telemetry,
    TimeSpan RequestTime, MailOptions Mail, TimeSpan CheckIn)
{
    /// <summary>Setting: seconds after which the other server processes take a failed one's jobs over, 1 to 60; without it 8.</summary>
    public const string CheckInSetting = "Jobs:CheckInSeconds";

    /// <summary>Reads everything; whatever is wrong is left in <paramref name="faults"/>.</summary>
    public static OperationSettings Read(IConfiguration configuration, Installation installation, SettingFaults faults)
    {
        if (configuration.GetValue<string>("FORWARDEDHEADERS_ENABLED") is { } trusting && bool.TryParse(trusting, out var on) && on)
            faults.Add("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "Damit würde jedem Absender geglaubt. Bitte stattdessen Proxy:KnownProxies oder Proxy:KnownNetworks angeben.");
        if (configuration["Jobs:Enabled"] is { Length: > 0 } enabled && !bool.TryParse(enabled, out _)) faults.Add("Jobs:Enabled", "Möglich sind true und false.");
        var hosts = PublicAddress.Hosts(configuration, installation, faults);
        var telemetry = faults.Read<TelemetryOptions>(configuration, "Telemetry");
        telemetry.Check(faults);
        var mail = faults.Read<MailOptions>(configuration, "Mail", strict: false);
        if (mail.Port is < 1 or > 65535) faults.Add("Mail:Port", "Bitte eine Zahl von 1 bis 65535 angeben.");
        if (!MailAddress.TryCreate(mail.From, out var from) || from.Address != mail.From) faults.Add("Mail:From", $"„{mail.From}“ ist keine E-Mail-Adresse.");
        if (mail.TimeoutSeconds < 1) faults.Add("Mail:TimeoutSeconds", "Bitte mindestens 1 angeben.");
        if (mail.UnsureAfterSeconds <= mail.TimeoutSeconds) faults.Add("Mail:UnsureAfterSeconds", "Muss größer sein als Mail:TimeoutSeconds: Sonst gälte eine Mail als unsicher, die noch unterwegs ist.");
        if (mail.WavePerMinute is < 1 or > 6000) faults.Add("Mail:WavePerMinute", "Bitte eine Zahl von 1 bis 6000 angeben.");
        if (mail.User.Length > 0 && mail.Password.Length == 0) faults.Add("Mail:Password", "Zu Mail:User fehlt das Passwort.");
        return new(PublicAddress.Read(configuration, faults), hosts, faults.Read<ProxyOptions>(configuration, "Proxy").Read(hosts, faults),
            faults.Read<KeyOptions>(configuration, "Keys"), telemetry, Limits.Read(configuration, faults), mail, ReadCheckIn(configuration, faults));
    }

    /// <summary>Registers what the settings ask for. First of all services: keys are taken over before anything asks for them.</summary>
    public void Add(IServiceCollection services, SettingFaults faults)
    {
        services.AddSingleton(Address);
        services.AddKeyStorage(Keys, faults);
        services.AddTelemetry(Telemetry);
        services.AddLimits(RequestTime);
        services.Configure<HostFilteringOptions>(options => options.AllowedHosts = Hosts);
    }

    private static TimeSpan ReadCheckIn(IConfiguration configuration, SettingFaults faults)
    {
        if (configuration[CheckInSetting] is not { Length: > 0 } text) return TimeSpan.FromSeconds(8);
        if (int.TryParse(text, System.Globalization.NumberStyles.None, null, out var seconds) && seconds is >= 1 and <= 60) return TimeSpan.FromSeconds(seconds);
        faults.Add(CheckInSetting, "Bitte eine ganze Zahl von 1 bis 60 angeben.");
        return TimeSpan.FromSeconds(8);
    }
}
