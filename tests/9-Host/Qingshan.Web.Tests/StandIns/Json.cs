using System.Text;
using System.Text.Json;

namespace Qingshan.Web.Tests.StandIns;

/// <summary>Bodies and answers of the API.</summary>
internal static class Json
{
    public static StringContent Of(object body) => new(JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
}
