using Microsoft.Extensions.DependencyInjection;

namespace Awards.Documents;

/// <summary>Registration of the documents with an application.</summary>
public static class DocumentServices
{
    /// <summary>Adds the renderers. Their workers start with the first document and the first chart, and end with the application.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services, TypstOptions options) =>
        services.AddSingleton(options).AddSingleton<IDocumentRenderer, TypstRenderer>().AddSingleton<IChartRenderer, ChartRenderer>();
}
