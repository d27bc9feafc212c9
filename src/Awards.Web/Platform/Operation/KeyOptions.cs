using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Awards.Web.Platform.Operation;

/// <summary>Settings below <c>Keys</c>: the certificate with which the keys in the database are encrypted.</summary>
public sealed class KeyOptions
{
    /// <summary>File with an RSA certificate and its private key, PFX or PEM; empty = the keys lie in the database as they are.</summary>
    public string Certificate { get; set; } = "";

    /// <summary>PEM file of the private key, where the certificate's file does not hold it.</summary>
    public string PrivateKey { get; set; } = "";

    /// <summary>Password of the private key; a secret.</summary>
    public string Password { get; set; } = "";

    /// <summary>Former certificates in one file each, with the same password: what they encrypted can still be read.</summary>
    public IList<string> Former { get; set; } = [];

    /// <summary>The certificate, or null where none is configured.</summary>
    public X509Certificate2? Load(SettingFaults faults) => Certificate.Length == 0 ? null : Read(Certificate, PrivateKey, "Keys:Certificate", faults);

    /// <summary>The former certificates.</summary>
    public IReadOnlyList<X509Certificate2> LoadFormer(SettingFaults faults) =>
        [.. Former.Select((file, index) => Read(file, "", $"Keys:Former:{index}", faults)).OfType<X509Certificate2>()];

    private X509Certificate2? Read(string file, string key, string setting, SettingFaults faults)
    {
        try
        {
            var pem = File.ReadAllText(file).Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal);
            var keyFile = key.Length > 0 ? key : null;
            var certificate = !pem ? X509CertificateLoader.LoadPkcs12FromFile(file, Password)
                : Password.Length > 0 ? X509Certificate2.CreateFromEncryptedPemFile(file, Password, keyFile) : X509Certificate2.CreateFromPemFile(file, keyFile);
            if (certificate.GetRSAPrivateKey() is not null) return certificate;
            faults.Add(setting, $"{file} enthält keinen privaten RSA-Schlüssel.");
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            faults.Add(setting, $"{file} lässt sich nicht als Zertifikat lesen: {fault.Message}");
        }
        return null;
    }
}
