using System.Text.Json;
using System.Text.Json.Serialization;

namespace Awards.Domain.Calls;

/// <summary>
/// Reads and writes {"question", "anyOf"}, {"question", "is", "value"}, {"all": […]}, {"any": […]} and {"not": …}. Anything else is refused.
/// </summary>
public sealed class ConditionJson : JsonConverter<Condition>
{
    private static readonly Dictionary<string, Comparison> Words = Enum.GetValues<Comparison>().ToDictionary(each => JsonNamingPolicy.CamelCase.ConvertName(each.ToString()));

    /// <summary>The word of a comparison in files: "lessOrEqual".</summary>
    public static string WordOf(Comparison comparison) => JsonNamingPolicy.CamelCase.ConvertName(comparison.ToString());

    public override Condition Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return Read(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, Condition value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        switch (value)
        {
            case ChosenCondition chosen:
                writer.WriteString("question", chosen.Question);
                writer.WriteStartArray("anyOf");
                foreach (var code in chosen.AnyOf) writer.WriteStringValue(code);
                writer.WriteEndArray();
                break;
            case ComparedCondition compared:
                writer.WriteString("question", compared.Question);
                writer.WriteString("is", WordOf(compared.Is));
                writer.WriteString("value", compared.Value);
                break;
            case NotCondition not:
                writer.WritePropertyName("not");
                Write(writer, not.Of, options);
                break;
            default:
                writer.WriteStartArray(value is AllCondition ? "all" : "any");
                foreach (var part in value.Parts) Write(writer, part, options);
                writer.WriteEndArray();
                break;
        }
        writer.WriteEndObject();
    }

    private static Condition Read(JsonElement json)
    {
        var names = json.ValueKind == JsonValueKind.Object ? string.Join(",", json.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal)) : "";
        return names switch
        {
            "anyOf,question" => new ChosenCondition(Text(json, "question"), [.. Items(json, "anyOf").Select(Text)]),
            "is,question,value" => new ComparedCondition(Text(json, "question"),
                Words.TryGetValue(Text(json, "is"), out var comparison) ? comparison : throw new JsonException($"\"is\" of a condition must be one of {string.Join(", ", Words.Keys)}."), Text(json, "value")),
            "all" => new AllCondition([.. Items(json, "all").Select(Read)]),
            "any" => new AnyCondition([.. Items(json, "any").Select(Read)]),
            "not" => new NotCondition(Read(json.GetProperty("not"))),
            _ => throw new JsonException("A condition has the members question and anyOf, or question, is and value, or one of all, any, not."),
        };
    }

    private static string Text(JsonElement json, string name) => Text(json.GetProperty(name));

    private static string Text(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString()! : throw new JsonException("A condition names questions, options and values as strings.");

    private static JsonElement.ArrayEnumerator Items(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : throw new JsonException($"\"{name}\" of a condition must be a list.");
}
