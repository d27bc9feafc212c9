using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Awards.Domain.Applications;

/// <summary>Fingerprint of what was handed in: proves later that nothing was changed.</summary>
public static class ContentHash
{
    /// <summary>SHA-256, lower-case hex, over applicant, texts, single projects and answers in a fixed form.</summary>
    public static string Of(Application application)
    {
        var content = JsonSerializer.Serialize(new
        {
            application.ApplicantName,
            application.Texts,
            Projects = application.Projects.OrderBy(project => project.Position).Select(project => new { project.Position, project.Title, project.Description }),
            Answers = application.Answers.ToJson(),
        });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }
}
