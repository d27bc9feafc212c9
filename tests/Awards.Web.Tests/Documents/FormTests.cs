using Awards.Documents;
using Awards.Testing;
using Awards.Testing.Calls;
using Awards.Web.Data.Seeding;
using Awards.Web.Platform.Forms;

namespace Awards.Web.Tests.Documents;

/// <summary>The application form on paper.</summary>
public sealed class FormTests(ReceiptTests.SharedRenderer shared) : IClassFixture<ReceiptTests.SharedRenderer>
{
    [PopplerFact]
    public async Task The_printed_form_asks_for_everything_and_is_accessible()
    {
        var call = FilledForm.In(AwardsHost.Seed.Call(DemoSeeder.Today));
        foreach (var language in ApplicationForm.Languages)
        {
            var pdf = await RenderAsync(FormPrint.Model(call, language));
            var text = await Poppler.TextAsync(pdf);
            foreach (var line in new ApplicationForm(call, language).Parts().SelectMany(part => part.Lines).Where(line => line.Kind != FormKind.Participant))
                text.Replace(" ", "", StringComparison.Ordinal).ShouldContain(string.Concat(line.Label.Split((char[]?)null)), Case.Sensitive);
            var info = await Poppler.InfoAsync(pdf);
            info["Tagged"].ShouldBe("yes");
            info["Page size"].ShouldEndWith("(A4)");
            System.Text.Encoding.Latin1.GetString(pdf).ShouldContain("<pdfuaid:part>1</pdfuaid:part>");
        }
    }

    [Fact]
    public async Task The_forms_of_the_seeded_calls_can_be_printed()
    {
        foreach (var slug in new[] { DemoSeeder.Today, DemoSeeder.Reference }) (await RenderAsync(FormPrint.Model(AwardsHost.Seed.Call(slug), "de"))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Any_words_of_a_call_can_be_printed()
    {
        var call = FilledForm.In(AwardsHost.Seed.Call(DemoSeeder.Today)) with { Title = """#eval("1") *x* 🎉 $a$""", Organiser = "" };
        (await RenderAsync(FormPrint.Model(call, "de"))).ShouldNotBeEmpty();
    }

    private Task<byte[]> RenderAsync(ApplicationFormModel model) => shared.Renderer.RenderPdfAsync(ApplicationFormModel.Template, model, CancellationToken.None);
}
