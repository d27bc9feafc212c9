using System.Security.Cryptography;
using System.Text;

namespace Awards.Domain.Applications;

/// <summary>
/// What becomes of a form that was filled while somebody else may have saved, field by field: three-way, between what the reader saw,
/// what stands there now, and what was typed. Nobody overwrites silently, and nobody is stopped by a change elsewhere.
/// </summary>
/// <param name="Accepted">To be saved: nobody else touched these since the reader saw them.</param>
/// <param name="Kept">Changed by somebody else and left alone by the reader: what is stored stays.</param>
/// <param name="Conflicts">Changed by both, differently.</param>
public sealed record FieldMerge(IReadOnlyDictionary<string, string> Accepted, IReadOnlyList<string> Kept, IReadOnlyList<string> Conflicts)
{
    /// <summary>Nothing typed.</summary>
    public static FieldMerge Nothing { get; } = new(new Dictionary<string, string>(), [], []);

    /// <summary>Merges what was typed into what is stored.</summary>
    /// <param name="typed">Values by key; keys that are not there were not on the form.</param>
    /// <param name="stored">Values by key; no value is "".</param>
    /// <param name="seen">Fingerprints of what the form showed, by key. A key without one counts as shown empty.</param>
    public static FieldMerge Of(IReadOnlyDictionary<string, string> typed, IReadOnlyDictionary<string, string> stored, IReadOnlyDictionary<string, string> seen)
    {
        var accepted = new Dictionary<string, string>();
        var (kept, conflicts) = (new List<string>(), new List<string>());
        foreach (var (key, value) in typed)
        {
            var (now, shown) = (stored.GetValueOrDefault(key, ""), seen.GetValueOrDefault(key, Fingerprint("")));
            if (value == now) continue;
            if (Fingerprint(now) == shown) accepted[key] = value;
            else if (Fingerprint(value) == shown) kept.Add(key);
            else conflicts.Add(key);
        }
        return new(accepted, kept, conflicts);
    }

    /// <summary>A short fingerprint of a value, as forms carry it along.</summary>
    public static string Fingerprint(string value) => value.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, 6));
}
