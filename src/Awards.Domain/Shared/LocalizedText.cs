using System.Text.Json;
using System.Text.Json.Serialization;

namespace Awards.Domain.Shared;

/// <summary>A text of a call by language: German always, English where somebody wrote it.</summary>
[JsonConverter(typeof(LocalizedTextJson))]
public sealed record LocalizedText(string De, string? En = null)
{
    /// <summary>The text in a language ("de", "en"), German where there is none.</summary>
    public string In(string language) => language == "en" && !string.IsNullOrEmpty(En) ? En : De;

    public override string ToString() => De;

    public static implicit operator LocalizedText(string german) => new(german);
}

/// <summary>Reads and writes {"de": "…", "en": "…"}; a plain string is German.</summary>
public sealed class LocalizedTextJson : JsonConverter<LocalizedText>
{
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new(reader.GetString()!);
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader)
            ?? throw new JsonException("A text must be a string or an object by language.");
        return texts.TryGetValue("de", out var german)
            ? new(german, texts.GetValueOrDefault("en"))
            : throw new JsonException("A text needs its German version (\"de\").");
    }

    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("de", value.De);
        if (value.En is not null) writer.WriteString("en", value.En);
        writer.WriteEndObject();
    }
}
