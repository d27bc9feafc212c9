using System.Collections.Concurrent;
using Awards.Documents;
using Awards.Domain.Calls;

namespace Awards.Web.Platform.Forms;

/// <summary>Printed forms, typeset once for each version of a call and language: anybody may ask for them, as often as he likes.</summary>
public sealed class PrintedForms(IDocumentRenderer renderer)
{
    private readonly ConcurrentDictionary<(Guid Call, string Language), (string Definition, Lazy<Task<byte[]>> Pdf)> _kept = new();

    /// <summary>The form as PDF/UA.</summary>
    public async Task<byte[]> OfAsync(Call call, string language)
    {
        var kept = _kept.AddOrUpdate((call.Id, language), _ => Fresh(call, language), (_, old) => old.Definition == call.DefinitionJson && !HasFailed(old.Pdf) ? old : Fresh(call, language));
        return await kept.Pdf.Value;
    }

    private static bool HasFailed(Lazy<Task<byte[]>> pdf) => pdf.IsValueCreated && pdf.Value.IsFaulted;

    // Not cancelled with the request of one reader, since others wait for the same document.
    private (string, Lazy<Task<byte[]>>) Fresh(Call call, string language) =>
        (call.DefinitionJson, new(() => renderer.RenderPdfAsync(ApplicationFormModel.Template, FormPrint.Model(call.Definition, language), CancellationToken.None)));
}
