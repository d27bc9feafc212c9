using System.Text.Json;

namespace Awards.Documents;

/// <summary>One line to the worker.</summary>
internal sealed record RenderRequest(int Id, string Template, JsonElement Data);

/// <summary>One line from the worker: the first says <paramref name="Ready"/>, the others carry a PDF or an error.</summary>
internal sealed record RenderAnswer(bool Ready, int Id, byte[]? Pdf, string? Error);

/// <summary>The worker cannot be used any more.</summary>
internal sealed class WorkerLostException(string message, Exception? cause = null) : Exception(message, cause);
