using Awards.Testing;
using Awards.Web.Platform;
using Awards.Web.Platform.Operation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Platform.Operation;

/// <summary>Settings are checked at start; secrets come from elsewhere than the settings file.</summary>
public sealed class SettingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("awards-settings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Mail:Port", "0")]
    [InlineData("Mail:From", "Geschäftsstelle")]
    [InlineData("Mail:User", "awards")]
    [InlineData("Proxy:KnownProxies:0", "proxy.example.org")]
    [InlineData("Proxy:KnownNetworks:0", "0.0.0.0/0")]
    [InlineData("Proxy:Hops", "0")]
    [InlineData("Proxy:Trusted", "10.0.0.1")]
    [InlineData("PublicAddress", "awards.example.org")]
    [InlineData("PublicAddress", "http://awards.example.org")]
    [InlineData("PublicAddress", "https://awards.example.org/pfad")]
    [InlineData("PublicAddress", "https://name@awards.example.org")]
    [InlineData("Hosts", "https://awards.example.org")]
    [InlineData("Hosts", "awards.example.org:443")]
    [InlineData("Hosts", "*")]
    [InlineData("Keys:Certificate", "/gibt/es/nicht.pem")]
    [InlineData("Telemetry:OtlpEndpoint", "collector")]
    [InlineData("Telemetry:Protocol", "carrier-pigeon")]
    [InlineData("Telemetry:ExportSeconds", "0")]
    [InlineData("Telemetry:TraceShare", "NaN")]
    [InlineData("Limits:RequestSeconds", "-1")]
    [InlineData("Jobs:CheckInSeconds", "0")]
    [InlineData("Jobs:Enabled", "vielleicht")]
    [InlineData("AWARDS_SECRETS", "/gibt/es/nicht")]
    [InlineData("FORWARDEDHEADERS_ENABLED", "true")]
    public void A_setting_that_cannot_be_used_is_named(string setting, string value)
    {
        var fault = Should.Throw<SettingsException>(() => Build(new() { [setting] = value })).Faults.ShouldHaveSingleItem();
        fault.ShouldContain(setting.Split(':')[0]);
        fault.ShouldNotContain('\n');
    }

    [Fact]
    public void All_faults_are_said_at_once()
    {
        var faults = Should.Throw<SettingsException>(() => Build(new() { ["Mail:Port"] = "abc", ["PublicAddress"] = "x", ["Jobs:CheckInSeconds"] = "99" })).Faults;
        faults.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("""{"Mail": {"Password": "hunter2"}}""", "Mail:Password", "Mail__Password")]
    [InlineData("""{"ConnectionStrings": {"Awards": "Host=db;Username=awards;Password=hunter2"}}""", "ConnectionStrings:Awards", "ConnectionStrings__Awards")]
    [InlineData("""{"Oidc": {"ClientSecret": "hunter2"}}""", "Oidc:ClientSecret", "Oidc__ClientSecret")]
    [InlineData("""{"Keys": {"Password": "hunter2"}}""", "Keys:Password", "Keys__Password")]
    public void A_secret_in_the_settings_file_is_refused_and_not_repeated(string json, string setting, string variable)
    {
        File.WriteAllText(Path.Combine(_folder, "appsettings.json"), json);
        var fault = Should.Throw<SettingsException>(() => Build([])).Faults.ShouldHaveSingleItem();
        fault.ShouldStartWith(setting);
        fault.ShouldContain(variable);
        fault.ShouldContain("AWARDS_SECRETS");
        fault.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task Secrets_are_read_from_a_directory_with_one_file_each()
    {
        var secrets = Directory.CreateDirectory(Path.Combine(_folder, "secrets")).FullName;
        await File.WriteAllTextAsync(Path.Combine(secrets, "Mail__Password"), "hunter2\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "appsettings.json"), """{"Mail": {"User": "awards"}}""");
        await using var app = Build(new() { ["AWARDS_SECRETS"] = secrets });
        app.Services.GetRequiredService<IConfiguration>()["Mail:Password"].ShouldBe("hunter2");
    }

    [Fact]
    public async Task Links_begin_with_the_public_address()
    {
        await using var app = Build(new() { ["PublicAddress"] = "https://awards.example.org/" });
        app.Services.GetRequiredService<PublicAddress>().Of("/anmelden?a=b").ShouldBe("https://awards.example.org/anmelden?a=b");
    }

    private Microsoft.AspNetCore.Builder.WebApplication Build(Dictionary<string, string?> settings) =>
        AwardsApp.Build(new Installation(Installation.FindRoot(), _folder), settings: settings);
}
