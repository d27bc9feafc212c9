using System.Text.Json;
using System.Text.Json.Serialization;
using Awards.Domain.Calls;

namespace Awards.Domain.Applications;

/// <summary>Everything that an applicant hands in, apart from who it is.</summary>
public sealed record SubmittedContent(ApplicationTexts Texts, IReadOnlyList<ProjectText> Projects, IReadOnlyList<Participant> Participants, ApplicationFiles Files, AnswerSet Answers)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new AnswersAsObject(), new JsonStringEnumConverter() },
    };

    /// <summary>What stands in an application now.</summary>
    public static SubmittedContent Of(Application application) =>
        new(application.Texts, application.ProjectTexts(), application.Participants, application.Files, application.Answers);

    /// <summary>The same content gives the same text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static SubmittedContent FromJson(string json) => JsonSerializer.Deserialize<SubmittedContent>(json, Options)
        ?? throw new InvalidOperationException("The content of the submission is empty.");

    private sealed class AnswersAsObject : JsonConverter<AnswerSet>
    {
        public override AnswerSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            AnswerSet.FromJson(JsonElement.ParseValue(ref reader).GetRawText());

        public override void Write(Utf8JsonWriter writer, AnswerSet value, JsonSerializerOptions options) => writer.WriteRawValue(value.ToJson());
    }
}
