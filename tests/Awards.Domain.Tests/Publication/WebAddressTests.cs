using Awards.Domain.Publication;

namespace Awards.Domain.Tests.Publication;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("www.dortmund.de", "https://www.dortmund.de/")]
    [InlineData(" www.stuttgart.de/integration ", "https://www.stuttgart.de/integration")]
    [InlineData("http://www.berlin.de/ba-neukoelln/", "https://www.berlin.de/ba-neukoelln/")]
    [InlineData("HTTPS://www.example.de?thema=1#unten", "https://www.example.de/?thema=1#unten")]
    public void A_plausible_host_becomes_an_https_link(string typed, string link) => WebAddress.Link(typed).ShouldBe(link);

    [Theory]
    [InlineData("")]
    [InlineData("keine")]
    [InlineData("siehe www.example.de")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("ftp://www.example.de")]
    [InlineData("//www.example.de")]
    [InlineData("www.example.de:8080")]
    [InlineData("nutzer@www.example.de")]
    [InlineData("www.example.de@boese.example")]
    [InlineData("127.0.0.1/admin")]
    [InlineData("www.example.de/\"onclick")]
    [InlineData("www.example.de\\pfad")]
    [InlineData("-.de")]
    public void Anything_else_stays_text(string typed) => WebAddress.Link(typed).ShouldBeNull();
}
