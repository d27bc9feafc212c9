using System.Collections.Frozen;
using System.Text.Json;

namespace Awards.Web.Platform.Security;

/// <summary>Passwords known from breaches: the list of the npm package @zxcvbn-ts/language-common, read when it is first needed.</summary>
public sealed class KnownPasswords(Installation installation)
{
    private readonly Lazy<FrozenSet<string>> _list = new(() =>
    {
        var file = Path.Combine(installation.Root, "node_modules", "@zxcvbn-ts", "language-common", "src", "passwords.json");
        return JsonSerializer.Deserialize<string[]>(File.ReadAllText(file))!.ToFrozenSet(StringComparer.Ordinal);
    });

    /// <summary>About 50,000, in lower case.</summary>
    public IReadOnlySet<string> List => _list.Value;
}
