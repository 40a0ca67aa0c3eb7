using System.Text.Json;

namespace Qingshan.Web.Tests.Story;

/// <summary>An answer of the API, read to its end.</summary>
internal sealed record Answer(int Status, string MediaType, string Text, string? ETag)
{
    public JsonElement Body => JsonDocument.Parse(Text).RootElement;

    public string Code => Body.GetProperty("code").GetString()!;

    /// <summary>What a refusal says in Chinese.</summary>
    public string Zh => Body.GetProperty("texts").GetProperty("zh").GetString()!;

    public long Version => Body.GetProperty("version").GetInt64();

    public static async Task<Answer> ReadAsync(HttpResponseMessage message)
    {
        using (message)
        {
            return new(
                (int)message.StatusCode, message.Content.Headers.ContentType?.MediaType ?? "", await message.Content.ReadAsStringAsync(), message.Headers.ETag?.Tag);
        }
    }

    /// <summary>It was done; anything else fails with what the server said.</summary>
    public Answer Ok()
    {
        Assert.True(Status is 200 or 201 or 204, $"{Status}: {Text}");
        return this;
    }

    /// <summary>It was refused with this status and reason, as every refusal must look: problem details in both languages, and nothing of the program's inside.</summary>
    public Answer Refused(int status, string code)
    {
        Assert.True(Status == status, $"expected {status} {code}, got {Status}: {Text}");
        Assert.Equal("application/problem+json", MediaType);
        Assert.Equal(code, Code);
        Assert.Equal(status, Body.GetProperty("status").GetInt32());
        Assert.Equal($"urn:qingshan:reason:{code}", Body.GetProperty("type").GetString());
        var texts = Body.GetProperty("texts");
        Assert.Contains(texts.GetProperty("zh").GetString()!, c => c is >= '\u4e00' and <= '\u9fff');
        Assert.Contains(texts.GetProperty("en").GetString()!, char.IsAsciiLetter);
        Assert.DoesNotContain("   at ", Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", Text, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", Text, StringComparison.Ordinal);
        return this;
    }

    /// <summary>Refused because of one member of the command.</summary>
    public void RefusedField(int status, string code, string field) => Assert.Equal(field, Refused(status, code).Body.GetProperty("field").GetString());
}
