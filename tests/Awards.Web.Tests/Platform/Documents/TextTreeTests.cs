using System.Text.Json;
using Awards.Documents;
using Awards.Web.Platform.Documents;

namespace Awards.Web.Tests.Platform.Documents;

/// <summary>Markdown becomes a small tree of blocks; nothing in it is code, a picture or a script.</summary>
public sealed class TextTreeTests
{
    [Fact]
    public void Every_form_has_its_block()
    {
        Shape("# Eins\n\nText *kursiv* und **fett** und `Code`\\\nneue Zeile  \nnoch eine\nweiter").ShouldBe("h1(Eins) p(Text i(kursiv) und b(fett) und c(Code)|neue Zeile|noch eine weiter)");
        Shape("- a\n- b\n  1. c\n\n5. d").ShouldBe("ul[p(a); p(b) ol1[p(c)]] ol5[p(d)]");
        Shape("> Zitat\n>\n> mehr\n\n---\n\n```\nx = 1\n```").ShouldBe("q[p(Zitat) p(mehr)] hr code(x = 1)");
        Shape("| A | B |\n|---|---|\n| *1* | 2 |\n| 3 |").ShouldBe("table(A,B/i(1),2/3,)");
    }

    [Fact]
    public void Headings_leave_no_gap() => Shape("### Drei\n\n# Eins\n\n###### Sechs\n\n## Zwei\n\n### Drei").ShouldBe("h1(Drei) h1(Eins) h2(Sechs) h2(Zwei) h3(Drei)");

    [Fact]
    public void Links_go_to_web_and_mail_addresses_only()
    {
        Shape("[hier](https://a.example/b) <https://c.example> <d@e.example> https://f.example").ShouldBe(
            "p(a{https://a.example/b}(hier) a{https://c.example/}(https://c.example) a{mailto:d@e.example}(d@e.example) a{https://f.example/}(https://f.example))");
        Shape("[x](javascript:alert(1)) [y](file:///etc/passwd) [z](/intern)").ShouldBe("p(x y z)");
    }

    [Fact]
    public void Pictures_are_their_words_and_HTML_is_text()
    {
        Shape("![Ein Haus](https://a.example/b.png)").ShouldBe("p([Ein Haus])");
        Shape("a <b>fett</b>\n\n<script>x</script>").ShouldBe("p(a <b>fett</b>) p(<script>x</script>)");
        Shape("&amp; &copy; \\*").ShouldBe("p(& © *)");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    [InlineData("#")]
    [InlineData("****")]
    [InlineData("[](https://a.example)")]
    public void Where_nothing_is_written_there_is_no_block_with_words(string text) => TextTree.Of(text).ShouldAllBe(block => block.Kind == "rule" || block.Kind == "paragraph");

    /// <summary>Deep trees would end in a fault when they are written as JSON.</summary>
    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("*a **b ")]
    [InlineData("[")]
    [InlineData("> - ")]
    public void Whatever_is_nested_deeply_keeps_its_words(string opening)
    {
        foreach (var times in new[] { 9, 40, 5000 })
        {
            var blocks = TextTree.Of(string.Concat(Enumerable.Repeat(opening, times)) + "Wort");
            JsonSerializer.Serialize(blocks).ShouldContain("Wort");
        }
    }

    private static string Shape(string markdown) => string.Join(' ', TextTree.Of(markdown).Select(Shape));

    private static string Shape(TextBlock block) => block.Kind switch
    {
        "heading" => $"h{block.Level}({Shape(block.Inlines)})",
        "paragraph" => $"p({Shape(block.Inlines)})",
        "list" => $"{(block.Ordered ? $"ol{block.Start}" : "ul")}[{string.Join("; ", block.Items.Select(item => string.Join(' ', item.Select(Shape))))}]",
        "quote" => $"q[{string.Join(' ', block.Items.Single().Select(Shape))}]",
        "code" => $"code({block.Text})",
        "table" => $"table({string.Join('/', block.Rows.Select(row => string.Join(',', row.Select(Shape))))})",
        _ => "hr",
    };

    private static string Shape(IReadOnlyList<TextInline> inlines) => string.Concat(inlines.Select(inline => inline.Kind switch
    {
        "text" => inline.Text,
        "code" => $"c({inline.Text})",
        "break" => "|",
        "emphasis" => $"i({Shape(inline.Inlines)})",
        "strong" => $"b({Shape(inline.Inlines)})",
        _ => $"a{{{inline.Address}}}({Shape(inline.Inlines)})",
    }));
}
