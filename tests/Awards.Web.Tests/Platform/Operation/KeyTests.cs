using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Awards.Testing;
using Awards.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Platform.Operation;

public sealed class KeyTests
{
    [Fact]
    public async Task Hosts_on_one_database_read_each_others_cookies()
    {
        await using var one = await AwardsHost.StartAsync();
        await using var two = await AwardsHost.StartAsync(beside: one);
        Protector(two).Unprotect(Protector(one).Protect("Sitzung")).ShouldBe("Sitzung");
        (await one.DbAsync(db => db.DataProtectionKeys.CountAsync())).ShouldBe(1);
        Directory.Exists(Path.Combine(one.Folder, "keys")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_trail_names_that_a_key_was_made_and_not_the_key()
    {
        await using var host = await AwardsHost.StartAsync();
        var row = await host.DbAsync(db => db.AuditRows.Include(each => each.Values).SingleAsync(each => each.Action == AuditAction.KeyMade));
        var key = await host.DbAsync(db => db.DataProtectionKeys.AsNoTracking().SingleAsync());
        row.ObjectId.ShouldBe(key.Id);
        key.Xml.ShouldContain("masterKey");
        row.Values!.Json.ShouldContain(key.FriendlyName);
        row.Values.Json.ShouldNotContain("masterKey");
    }

    [Fact]
    public async Task Keys_of_the_data_directory_are_taken_over_once_and_the_files_stay()
    {
        var written = "";
        void Before(string folder) => written = DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(folder, "keys")), builder => builder.SetApplicationName("Awards"))
            .CreateProtector("Test").Protect("angemeldet vor dem Update");
        await using var host = await AwardsHost.StartAsync(prepare: Before);
        Protector(host).Unprotect(written).ShouldBe("angemeldet vor dem Update");
        var names = await host.DbAsync(db => db.DataProtectionKeys.Select(key => key.FriendlyName).ToListAsync());
        names.ShouldBe(Directory.GetFiles(Path.Combine(host.Folder, "keys")).Select(file => Path.GetFileNameWithoutExtension(file)!));

        // A second start, with another file beside: the database has keys, so the files are not looked at any more.
        await using var again = await AwardsHost.StartAsync(beside: host, prepare: folder => File.WriteAllText(Path.Combine(folder, "keys", "key-x.xml"), "<key/>"));
        (await again.DbAsync(db => db.DataProtectionKeys.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task With_a_certificate_the_keys_are_encrypted_and_only_who_has_it_reads_them()
    {
        Dictionary<string, string?> settings = new();
        void Certificate(string folder)
        {
            using var rsa = RSA.Create(2048);
            var request = new CertificateRequest("CN=awards", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var made = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
            File.WriteAllText(Path.Combine(folder, "keys.pem"), made.ExportCertificatePem() + "\n" + rsa.ExportPkcs8PrivateKeyPem());
        }
        // The folder is only known when the host is made: a first host without the certificate makes it.
        await using var first = await AwardsHost.StartAsync(prepare: Certificate);
        await first.DbAsync(db => db.DataProtectionKeys.ExecuteDeleteAsync());
        settings["Keys:Certificate"] = Path.Combine(first.Folder, "keys.pem");

        await using var with = await AwardsHost.StartAsync(beside: first, settings: settings);
        var xml = await with.DbAsync(db => db.DataProtectionKeys.Select(key => key.Xml).SingleAsync());
        xml.ShouldContain("EncryptedKey");
        xml.ShouldNotContain("masterKey");
        var cookie = Protector(with).Protect("Sitzung");

        await using var same = await AwardsHost.StartAsync(beside: first, settings: settings);
        Protector(same).Unprotect(cookie).ShouldBe("Sitzung");
        await using var without = await AwardsHost.StartAsync(beside: first);
        Should.Throw<CryptographicException>(() => Protector(without).Unprotect(cookie));
        await using var former = await AwardsHost.StartAsync(beside: first, settings: new Dictionary<string, string?> { ["Keys:Former:0"] = settings["Keys:Certificate"] });
        Protector(former).Unprotect(cookie).ShouldBe("Sitzung");
    }

    private static IDataProtector Protector(AwardsHost host) => host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Test");
}
