using System.Text;
using System.Text.Json;

namespace PaperGraph.GraphQL.Http.Tests.Support;

/// <summary>An answer as it came: status, type and text.</summary>
internal sealed record Answer(int Status, string? ContentType, string Body, HttpResponseMessage Message);

/// <summary>Sends what a test says, and nothing else.</summary>
internal sealed class Client(GraphQLServer server)
{
    public const string Json = "application/json";
    public const string GraphQL = "application/graphql-response+json";

    private static readonly HttpClient Http = new();

    public Task<Answer> PostAsync(string body, string? accept = null, string? contentType = Json) =>
        PostAsync(Encoding.UTF8.GetBytes(body), accept, contentType);

    public Task<Answer> PostAsync(byte[] body, string? accept = null, string? contentType = Json) =>
        SendAsync(HttpMethod.Post, "", accept, new ByteArrayContent(body), contentType);

    public Task<Answer> GetAsync(string query, string? accept = null) => SendAsync(HttpMethod.Get, query, accept);

    public async Task<Answer> SendAsync(
        HttpMethod method, string query = "", string? accept = null, HttpContent? content = null, string? contentType = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(server.Address, query));
        request.Content = content;
        if (contentType is not null) content!.Headers.TryAddWithoutValidation("Content-Type", contentType).ShouldBeTrue();
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept).ShouldBeTrue();
        return await SendAsync(request);
    }

    public static async Task<Answer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        var response = await Http.SendAsync(request, cancellationToken);
        var type = response.Content.Headers.TryGetValues("Content-Type", out var values) ? values.Single() : null;
        return new Answer((int)response.StatusCode, type, await response.Content.ReadAsStringAsync(cancellationToken), response);
    }
}

internal static class AnswerReading
{
    /// <summary>The errors as code and message, one a line.</summary>
    public static string Errors(this Answer answer)
    {
        using var json = JsonDocument.Parse(answer.Body);
        return string.Join('\n', json.RootElement.GetProperty("errors").EnumerateArray().Select(error =>
            $"{error.GetProperty("extensions").GetProperty("code").GetString()} {error.GetProperty("message").GetString()}"));
    }

    /// <summary>An extension of the first error.</summary>
    public static string? Error(this Answer answer, string extension)
    {
        using var json = JsonDocument.Parse(answer.Body);
        return json.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty(extension).GetString();
    }
}
