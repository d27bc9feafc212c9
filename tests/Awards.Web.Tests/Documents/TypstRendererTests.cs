using System.Diagnostics;
using System.Text.Json;
using Awards.Documents;

namespace Awards.Web.Tests.Documents;

public sealed class TypstRendererTests
{
    private static readonly TypstOptions Templates = DocumentSetup.TestTemplates;

    [Fact]
    public async Task After_a_render_beyond_the_time_limit_the_next_one_works()
    {
        await using var renderer = DocumentSetup.Renderer(Templates with { TimeLimit = TimeSpan.FromSeconds(2) });

        (await FailureAsync(renderer, "endless")).ShouldBe("Template 'endless': It took longer than 2 seconds.");
        (await HelloAsync(renderer)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task After_a_render_beyond_the_memory_limit_the_next_one_works()
    {
        await using var renderer = DocumentSetup.Renderer(Templates with { MemoryLimit = 400L * 1024 * 1024 });

        (await FailureAsync(renderer, "greedy")).ShouldBe("Template 'greedy': It needed more than 400 MiB of memory.");
        (await HelloAsync(renderer)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_worker_that_was_killed_is_replaced()
    {
        await using var renderer = DocumentSetup.Renderer(Templates);
        await HelloAsync(renderer);
        using (var worker = Process.GetProcessById(renderer.ProcessId!.Value))
        {
            worker.Kill();
            await worker.WaitForExitAsync();
        }

        (await HelloAsync(renderer)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_inaccessible_document_and_a_missing_template_are_refused_with_the_reason_and_the_worker_stays()
    {
        await using var renderer = DocumentSetup.Renderer(Templates);
        await HelloAsync(renderer);
        var worker = renderer.ProcessId;

        (await FailureAsync(renderer, "untitled")).ShouldContain("missing document title");
        (await FailureAsync(renderer, "missing")).ShouldContain("missing.typ");
        (await HelloAsync(renderer)).ShouldNotBeEmpty();
        renderer.ProcessId.ShouldBe(worker);
    }

    [Theory]
    [InlineData("../templates/hello")]
    [InlineData("hello.typ")]
    [InlineData("")]
    public async Task A_template_name_cannot_leave_the_folder(string name)
    {
        await using var renderer = DocumentSetup.Renderer(Templates);

        await Should.ThrowAsync<ArgumentException>(() => renderer.RenderPdfAsync(name, new { Text = "x" }, CancellationToken.None));
    }

    [Fact]
    public async Task Renders_asked_for_at_once_are_all_answered()
    {
        await using var renderer = DocumentSetup.Renderer(Templates);

        var documents = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => HelloAsync(renderer)));

        documents.ShouldAllBe(document => document.SequenceEqual(documents[0]));
    }

    [Fact]
    public async Task A_cancelled_render_makes_way_for_the_next()
    {
        await using var renderer = DocumentSetup.Renderer(Templates);
        await HelloAsync(renderer);
        using var cancel = new CancellationTokenSource();

        var endless = renderer.RenderPdfAsync("endless", new { }, cancel.Token);
        var waiting = HelloAsync(renderer);
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => endless);
        (await waiting).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Without_Node_the_message_says_what_to_install()
    {
        await using var renderer = DocumentSetup.Renderer(Templates with { NodePath = "no-such-node" });

        (await FailureAsync(renderer, "hello")).ShouldBe("Template 'hello': 'no-such-node' does not start. Install Node.js 20 or later.");
    }

    [Fact]
    public async Task Without_node_modules_the_message_names_the_missing_package()
    {
        await using var renderer = DocumentSetup.Renderer(Templates with { NodeModulesFolder = Path.Combine(Path.GetTempPath(), "none", "node_modules") });

        (await FailureAsync(renderer, "hello")).ShouldContain("@myriaddreamin/typst-ts-node-compiler");
    }

    [Fact]
    public async Task The_worker_ends_with_the_renderer()
    {
        var renderer = DocumentSetup.Renderer(Templates);
        await HelloAsync(renderer);
        using var worker = Process.GetProcessById(renderer.ProcessId!.Value);

        await renderer.DisposeAsync();

        worker.HasExited.ShouldBeTrue();
        await Should.ThrowAsync<ObjectDisposedException>(() => HelloAsync(renderer));
    }

    [Fact]
    public async Task The_worker_ends_when_its_owner_dies_even_in_the_middle_of_a_render()
    {
        // A dead owner shows itself to the worker as the end of its input.
        var settings = JsonSerializer.Serialize(new
        {
            templates = Templates.TemplatesFolder,
            fonts = Templates.FontFolders,
            modules = Templates.NodeModulesFolder,
        });
        using var worker = Process.Start(new ProcessStartInfo("node", [Path.Combine(Templates.ScriptFolder, "render.mjs"), settings])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await worker.StandardOutput.ReadLineAsync();
        await worker.StandardInput.WriteLineAsync("""{"id":1,"template":"endless","data":{}}""");

        worker.StandardInput.Close();

        await worker.WaitForExitAsync();
    }

    private static Task<byte[]> HelloAsync(TypstRenderer renderer) =>
        renderer.RenderPdfAsync("hello", new { Text = "Hallo" }, CancellationToken.None);

    private static async Task<string> FailureAsync(TypstRenderer renderer, string template) =>
        (await Should.ThrowAsync<DocumentException>(() => renderer.RenderPdfAsync(template, new { }, CancellationToken.None))).Message;
}
