using System.Net;
using Awards.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Awards.Web.Tests.Structure;

/// <summary>No endpoint is without a declared right, and each does what a table written by hand says.</summary>
public sealed class EndpointRightsTests : IAsyncLifetime
{
    private AwardsHost _host = null!;
    private World _world = null!;

    public async Task InitializeAsync()
    {
        _host = await AwardsHost.StartAsync();
        _world = await World.CreateAsync(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public void Every_endpoint_declares_who_may_use_it()
    {
        foreach (var endpoint in Endpoints())
            (endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).ShouldBeTrue(endpoint.DisplayName);
    }

    [Fact]
    public void Only_pages_in_public_folders_health_files_and_the_fallback_are_open_to_everybody()
    {
        foreach (var endpoint in Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null))
        {
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath;
            if (page is not null) page.Split('/')[2].ShouldBe("Public", page);
            // Files declare their rights by what owns them: DownloadsTests.
            else new[] { "/health", "/health/live", "/health/ready", "/dateien/{id:guid}", "{*path}" }.ShouldContain(endpoint.RoutePattern.RawText);
        }
    }

    [Fact]
    public void Every_page_has_an_address_of_its_own()
    {
        var pages = Endpoints().Select(endpoint => (Page: endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath, Route: endpoint.RoutePattern.RawText)).Where(each => each.Page is not null).ToList();
        pages.ShouldNotBeEmpty();
        pages.Select(each => each.Route).ShouldBeUnique();
        pages.ShouldAllBe(each => !each.Route!.Contains("Stages", StringComparison.OrdinalIgnoreCase) && !each.Page!.TrimStart('/').Equals(each.Route, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Nobody_gets_a_page_that_the_table_does_not_give_them()
    {
        var pages = Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Order(StringComparer.Ordinal).ToList();
        pages.Except(RightsTable.Pages.Keys).ShouldBeEmpty("pages that nobody declared");
        RightsTable.Pages.Keys.Except(pages).ShouldBeEmpty("declared pages that are gone");

        foreach (var mail in RightsTable.Everybody)
        {
            using var visitor = mail == RightsTable.Anonymous ? _host.Visitor() : await _host.SignedInAsync(mail);
            foreach (var page in pages)
            {
                var answer = await visitor.GetAsync(RightsTable.Sample(page));
                var allowed = RightsTable.Pages[page].Contains(mail);
                var denied = answer.Status == HttpStatusCode.Forbidden || (answer.IsRedirect && answer.Location!.Contains("/anmelden", StringComparison.Ordinal));
                denied.ShouldBe(!allowed, $"{mail} on {page}: {(int)answer.Status} {answer.Location}");
                ((int)answer.Status).ShouldBeLessThan(500, $"{mail} on {page}");
            }
        }
    }

    private List<RouteEndpoint> Endpoints() =>
        [.. _host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
}
