using System.Text.Json;
using System.Text.Json.Nodes;

namespace Awards.Web.Data;

/// <summary>What differs between two JSON documents, by path. Things with a code are told apart by it, so that moving one is no change of the others.</summary>
internal static class AuditDiff
{
    /// <summary>Old and new value by path: "questionnaire.sections[profile].title.de".</summary>
    public static IEnumerable<KeyValuePair<string, object?[]>> Of(string before, string after) => Of("", JsonNode.Parse(before), JsonNode.Parse(after));

    private static IEnumerable<KeyValuePair<string, object?[]>> Of(string path, JsonNode? before, JsonNode? after) => (before, after) switch
    {
        _ when JsonNode.DeepEquals(before, after) => [],
        (JsonObject one, JsonObject other) => one.Select(member => member.Key).Union(other.Select(member => member.Key))
            .SelectMany(name => Of(path.Length == 0 ? name : $"{path}.{name}", one[name], other[name])),
        (JsonArray one, JsonArray other) when Keys(one) is { } ones && Keys(other) is { } others =>
        [
            .. ones.Union(others).SelectMany(key => Of($"{path}[{key}]", At(one, ones, key), At(other, others, key))),
            .. ones.Intersect(others).SequenceEqual(others.Intersect(ones)) ? [] : (KeyValuePair<string, object?[]>[])[new(path + "[]", [string.Join(", ", ones), string.Join(", ", others)])],
        ],
        _ => [new(path, [Plain(before), Plain(after)])],
    };

    private static JsonNode? At(JsonArray array, List<string> keys, string key) => keys.IndexOf(key) is >= 0 and var at ? array[at] : null;

    /// <summary>Codes of the elements; null where they have none, or one twice.</summary>
    private static List<string>? Keys(JsonArray array)
    {
        var keys = array.Select(element => element is not JsonObject member ? null
            : (member["code"] ?? member["no"] ?? member["kind"] ?? member["criterion"] ?? member["what"])?.ToString()).OfType<string>().ToList();
        return keys.Count == array.Count && keys.Distinct().Count() == keys.Count ? keys : null;
    }

    private static string? Plain(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : node?.ToJsonString(Readable);

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
