namespace Awards.Documents;

/// <summary>Makes PDF documents from templates. User text in the model is shown literally, whatever it contains.</summary>
public interface IDocumentRenderer
{
    /// <summary>Renders one document as tagged PDF/UA-1. The same model gives the same bytes.</summary>
    /// <param name="template">Name of a template without folder and ending, for example <see cref="ReceiptModel.Template"/>.</param>
    /// <param name="model">What the template shows; it arrives there as JSON with camelCase names.</param>
    /// <param name="cancellationToken">Stops waiting; a render already under way is broken off.</param>
    /// <exception cref="DocumentException">The document could not be made: the message says why.</exception>
    Task<byte[]> RenderPdfAsync<T>(string template, T model, CancellationToken cancellationToken);
}
