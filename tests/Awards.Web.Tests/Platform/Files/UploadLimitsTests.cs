using System.Net;
using Awards.Testing;
using Awards.Web.Stages.Calls;

namespace Awards.Web.Tests.Platform.Files;

/// <summary>Through a real Kestrel: the browser must see the page and no broken connection.</summary>
public sealed class UploadLimitsTests
{
    [Fact]
    public async Task A_request_beyond_the_limit_is_answered_with_a_page_with_and_without_a_declared_length()
    {
        await using var host = await AwardsHost.StartAsync("http://127.0.0.1:0", new Dictionary<string, string?> { ["Files:MaxBytes"] = "100000" });
        await World.CreateAsync(host);
        using var lead = new Visitor(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, new Uri(host.Urls.First()));
        await lead.SignInAsync(Cast.Lead, "demo-2017");
        var page = await lead.GetAsync(CallLinks.Downloads(World.Slug));
        foreach (var content in new HttpContent[] { new ByteArrayContent(new byte[3_000_000]), new StreamContent(new Endless(3_000_000)) })
        {
            var answer = await lead.UploadAsync(page, "form[enctype='multipart/form-data']", new() { ["Input.TitleDe"] = "x" }, "Upload", "a.pdf", content);
            answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
            answer.TextOf("h1").ShouldBe("Das ist zu groß");
        }
    }

    /// <summary>A stream without a length, which is sent in chunks.</summary>
    private sealed class Endless(int length) : Stream
    {
        private int _left = length;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = Math.Min(count, _left);
            _left -= read;
            return read;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
