using Microsoft.Extensions.DependencyInjection;

namespace Awards.Documents;

/// <summary>Registration of the documents with an application.</summary>
public static class DocumentServices
{
    /// <summary>Adds the renderer. Its worker starts with the first document and ends with the application.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services, TypstOptions options) =>
        services.AddSingleton(options).AddSingleton<IDocumentRenderer, TypstRenderer>();
}
