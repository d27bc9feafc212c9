using Awards.Domain.Calls;
using Awards.Domain.Shared;

namespace Awards.Web.Platform.Files;

/// <summary>What an uploaded text is measured by.</summary>
/// <param name="Pages">Number of pages.</param>
/// <param name="IsA4">Every page is A4, upright or across, give or take 2 mm.</param>
/// <param name="BodySizeTenths">The size in which most characters are set, in tenths of a point; null = it could not be told, as in a scan.</param>
public sealed record PdfMeasure(int Pages, bool IsA4, int? BodySizeTenths)
{
    /// <summary>True when most of the text is smaller than a call asks for; false where that cannot be told.</summary>
    /// <param name="sizeTenths">Size of the call in tenths of a point.</param>
    public bool IsSmallerThan(int sizeTenths) => BodySizeTenths is { } size && size < sizeTenths - PageSettings.SizeTolerance;
}

/// <summary>Measures PDFs: pages, their format, the size of the body text.</summary>
public static class PdfText
{
    private const int MaxValues = 5_000_000;
    private const long MaxUnpacked = 100 * FileSettings.Megabyte;
    private const double PointsPerMillimetre = 72 / 25.4, Across = 210 * PointsPerMillimetre, Upright = 297 * PointsPerMillimetre, Tolerance = 2 * PointsPerMillimetre;

    private static readonly SemaphoreSlim Places = new(2);

    /// <summary>Measures a file that the checks of uploads have let pass. Two at a time, since each lies in memory. Refused where it cannot be read.</summary>
    public static async Task<Outcome<PdfMeasure>> MeasureAsync(Stream pdf, CancellationToken cancellationToken)
    {
        await Places.WaitAsync(cancellationToken);
        try
        {
            using var memory = new MemoryStream();
            await pdf.CopyToAsync(memory, cancellationToken);
            return await Task.Run(() => Measure(memory.ToArray()), cancellationToken);
        }
        finally
        {
            Places.Release();
        }
    }

    /// <inheritdoc cref="MeasureAsync"/>
    public static Outcome<PdfMeasure> Measure(byte[] pdf)
    {
        try
        {
            var file = new PdfFile(pdf, new PdfBudget(MaxValues, MaxUnpacked));
            if (file.Trailers.Exists(trailer => trailer.ContainsKey("Encrypt"))) return FileRefusals.Encrypted;
            var pages = PdfPage.All(file);
            return pages.Count == 0 ? FileRefusals.Broken : new PdfMeasure(pages.Count, pages.TrueForAll(IsA4), BodySize(file, pages));
        }
        catch (PdfFault fault)
        {
            return fault.Costly ? FileRefusals.Costly : FileRefusals.Broken;
        }
    }

    // Turned pages are A4 as well, so that the turn does not matter.
    private static bool IsA4(PdfPage page) => Math.Abs(Math.Min(page.Width, page.Height) - Across) <= Tolerance && Math.Abs(Math.Max(page.Width, page.Height) - Upright) <= Tolerance;

    private static int? BodySize(PdfFile file, List<PdfPage> pages)
    {
        try
        {
            var content = new PdfContent(file);
            pages.ForEach(content.Read);
            return content.Characters.Count == 0 ? null : content.Characters.MaxBy(size => (size.Value, size.Key)).Key;
        }
        catch (PdfFault)
        {
            return null;
        }
    }
}
