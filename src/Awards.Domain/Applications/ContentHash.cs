using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Awards.Domain.Applications;

/// <summary>Fingerprint of what was handed in: proves later that nothing was changed.</summary>
public static class ContentHash
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>SHA-256, lower-case hex, over applicant, texts, single projects, participants, files and answers in a fixed form.</summary>
    public static string Of(Application application)
    {
        var texts = application.Texts;
        // What joined the content later is left out where it is empty, so that older fingerprints still prove what they proved.
        var content = JsonSerializer.Serialize(new
        {
            application.ApplicantName,
            Texts = new { texts.Title, texts.Department, texts.Website, texts.ContactName, texts.ContactMail, texts.Summary, texts.Description },
            Projects = application.Projects.OrderBy(project => project.Position).Select(project => new { project.Position, project.Title, project.Description, Fields = project.Fields.Questions.Any() ? project.Fields.ToJson() : null }),
            Answers = application.Answers.ToJson(),
            ContactPhone = OrNull(texts.ContactPhone),
            Contribution = OrNull(texts.Contribution),
            Novelty = texts.Novelty?.ToString(),
            Focus = OrNull(texts.Focus),
            ThirdParties = OrNull(texts.ThirdParties),
            Embedding = OrNull(texts.Embedding),
            Participants = application.Participants.Count == 0 ? null : application.Participants.Select(each => new { each.Name, each.MunicipalityId }),
            Files = application.Files.All().Any() ? application.Files.All().Select(file => new { file.Name, file.Sha256 }) : null,
        }, Options);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
