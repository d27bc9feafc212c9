using Awards.Web.Data;
using Awards.Web.Platform.Mail;

namespace Awards.Web.Tests.Platform.Mail;

/// <summary>Whatever somebody types into a name, a title or an address, a mail has the header lines that the platform gives it.</summary>
public sealed class HeaderTests : IDisposable
{
    private static readonly string[] Breaks = ["\r\n", "\n", "\r", "\v", "\f", "\0", "\u0085", "\u2028", "\u2029", "\r\n\r\n", "\r\n ", "=0D=0A", "%0d%0a", "=?utf-8?Q?=0D=0A?=", "\ud800", "\udfff", "\u202e", "\t", "\"", "<", ">", ";", ","];
    private static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        "Auto-Submitted", "Message-ID", "Content-Language", "List-Unsubscribe", "List-Unsubscribe-Post", "MIME-Version", "From", "To", "Date", "Subject", "Content-Type", "X-Sender", "X-Receiver",
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("awards-mails-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<int> Places => [.. Enumerable.Range(0, 5)];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task No_character_in_any_value_begins_a_header(int place)
    {
        var random = new Random(place);
        var went = 0;
        for (var round = 0; round < 150; round++)
        {
            var evil = string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Words(random) + Breaks[random.Next(Breaks.Length)])) + "Bcc: opfer@example.org\r\nX-Evil: 1";
            string At(int which, string otherwise) => place == which ? evil : otherwise;
            // By the outbox, as every page does it; the template fills the subject.
            var row = OutboxMessage.Write(At(0, "amt@musterstadt.example"), TemplateText.FillLine("Titel {{titel}}", new Dictionary<string, string> { ["titel"] = At(1, "Titel") }), At(2, "Text"), new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc));
            var mail = new OutgoingMail(row.Id, row.Recipient, row.Subject, row.Body, "%PDF-"u8.ToArray(), At(3, "Anhang.pdf")) { Unsubscribe = "https://wettbewerb.example/abbestellen/abc" };
            try
            {
                await new FileTransport(_folder, new MailOptions { FromName = At(4, "Wettbewerb") }).SendAsync(mail, CancellationToken.None);
            }
            catch (MailFaultException fault) when (place == 0)
            {
                fault.Fault.ShouldBe(MailFault.Permanent);
                continue;
            }
            went++;
            var raw = await File.ReadAllTextAsync(Path.Combine(_folder, row.Id.ToString("N") + ".eml"));
            OutboxCase.Headers(raw).Select(line => line.Split(':')[0]).Where(name => !Allowed.Contains(name)).ShouldBeEmpty(raw);
            raw.Split('\n').ShouldNotContain(line => line.TrimStart().StartsWith("Bcc:", StringComparison.OrdinalIgnoreCase) || line.StartsWith("X-Evil", StringComparison.OrdinalIgnoreCase), raw);
        }
        if (place != 0) went.ShouldBe(150);
    }

    [Theory]
    [InlineData("Titel\r\nBcc: a@b.example", "Titel  Bcc: a@b.example")]
    [InlineData("eins\u2028zwei\u2029drei\u0085vier\0", "eins zwei drei vier")]
    [InlineData("ganz \ud83d\ude00 ÄÖÜ 日本", "ganz \ud83d\ude00 ÄÖÜ 日本")]
    public void A_line_is_one_line(string text, string line) => MailText.OneLine(text).ShouldBe(line);

    [Fact]
    public void A_text_keeps_its_lines_and_nothing_that_a_database_refuses() =>
        MailText.Lines("eins\r\nzwei\0\rdrei\u2028vier\ud800\tfünf").ShouldBe("eins\nzwei \ndrei\nvier\ufffd\tfünf");

    [Fact]
    public void Cutting_leaves_no_half_character()
    {
        var cut = MailText.Cut(new string('a', 8) + "\ud83d\ude00 und mehr", 10);
        cut.ShouldBe("aaaaaaaa…");
        OutboxMessage.Write("a@b.example", new string('x', 400), "", DateTime.UnixEpoch).Subject.Length.ShouldBe(OutboxMessage.MaxSubject);
    }

    [Fact]
    public async Task A_mailing_can_be_ended_with_one_click_and_other_mails_say_nothing_of_it()
    {
        var address = "https://wettbewerb.example/abbestellen/" + new string('x', 300);
        var mailing = new OutgoingMail(Guid.CreateVersion7(), "amt@musterstadt.example", "Betreff", "Text", null, null) { Unsubscribe = address, Language = "en" };
        await new FileTransport(_folder, new()).SendAsync(mailing, CancellationToken.None);
        var raw = await File.ReadAllTextAsync(Path.Combine(_folder, mailing.Id.ToString("N") + ".eml"));
        OutboxCase.Headers(raw).ShouldContain($"List-Unsubscribe: <{address}>");
        OutboxCase.Headers(raw).ShouldContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        OutboxCase.Part(raw, "text/plain").ShouldContain("unsubscribe here:\r\n" + address);
        var other = mailing with { Id = Guid.CreateVersion7(), Unsubscribe = null };
        await new FileTransport(_folder, new()).SendAsync(other, CancellationToken.None);
        (await File.ReadAllTextAsync(Path.Combine(_folder, other.Id.ToString("N") + ".eml"))).ShouldNotContain("unsubscribe", Case.Insensitive);
    }

    private static string Words(Random random) => string.Concat(Enumerable.Range(0, random.Next(0, 60)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 0x80 : 0x3000)));
}
