using System.Globalization;
using System.Net;
using System.Text;
using Polly.CircuitBreaker;
using Polly.Timeout;
using PaperGraph.Sources;

namespace PaperGraph.Ingest.Fetching;

/// <summary>Why an address could not be fetched.</summary>
/// <param name="Message">One sentence that says what was wrong.</param>
/// <param name="Advice">One sentence that says what to do about it.</param>
/// <param name="Words">What the server said; empty where it said nothing that a person reads.</param>
internal sealed record FetchFailure(string Message, string Advice, string Words = "")
{
    /// <summary>The status of the answer; null where there was none.</summary>
    public HttpStatusCode? Status { get; private init; }

    /// <summary>Whether the server says that there is nothing, which is an answer, too.</summary>
    public bool SaysNothingIsThere => Status is HttpStatusCode.NotFound or HttpStatusCode.Gone;

    /// <summary>Whether the server does not take the address, whoever asks and whenever.</summary>
    public bool IsOfAddress => SaysNothingIsThere || Status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity;

    private const int MaxWords = 300;
    private const string TryLater = "Try again later; what was stored before is kept.";

    public ReadProblem ToProblem(Uri address) => new() { File = address.AbsoluteUri, Message = Message, Advice = Advice, Words = Words };

    /// <summary>What an exception tells of the request; null where it tells of something else.</summary>
    public static FetchFailure? From(Exception exception, Uri target, FetchOptions options) => exception switch
    {
        AnswerTooLongException => new FetchFailure(
            $"{target.Host} sends more than {Size(options.MaxSize)} for this address.",
            "Nothing of it was read. If it is meant all the same, Fetch__MaxSize says how many bytes may come."),
        BrokenCircuitException => new FetchFailure(
            $"{target.Host} has failed again and again, and is left alone for some minutes.", TryLater),
        TimeoutRejectedException => new FetchFailure(
            $"{target.Host} took more than {options.MaxTime.TotalMinutes:0} minutes for its answer.", TryLater),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new FetchFailure(
            $"There is no host {target.Host}, or its name cannot be looked up from here.", "Check the address, and the connection."),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } unsafely => new FetchFailure(
            $"No safe connection to {target.Host} could be made: {Reason(unsafely)}.",
            "Check the address, and this machine's certificates."),
        HttpRequestException unreachable => new FetchFailure(
            $"{target.Host} did not answer as it should, {options.MaxRetries + 1} times: {Reason(unreachable)}.", TryLater),
        _ => null,
    };

    /// <summary>What an answer tells that is none of those asked for.</summary>
    public static async Task<FetchFailure> FromAsync(
        HttpResponseMessage response, Uri target, TimeProvider time, CancellationToken cancellationToken)
    {
        var words = Quote(await response.Content.ReadAsStringAsync(cancellationToken));
        return From(response, target, time, words) with { Status = response.StatusCode };
    }

    private static FetchFailure From(HttpResponseMessage response, Uri target, TimeProvider time, string words)
    {
        var status = string.Create(CultureInfo.InvariantCulture, $"{(int)response.StatusCode}");
        if (PoliteClient.RetryAfter(response, time) is { } after)
            return new FetchFailure(
                $"{target.Host} wants no more requests for now (status {status}).",
                $"Come back in {Span(after)}: {time.GetUtcNow() + after:yyyy-MM-dd HH:mm} UTC. What was stored before is kept.",
                words);
        return response.StatusCode switch
        {
            HttpStatusCode.NotFound or HttpStatusCode.Gone =>
                new FetchFailure($"There is nothing at this address (status {status}).", "Check the address.", words),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                new FetchFailure(
                    $"{target.Host} does not give this to everybody (status {status}).", "Check the address and the key.", words),
            >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout =>
                new FetchFailure($"{target.Host} answered with status {status} however often it was asked.", TryLater, words),
            _ => new FetchFailure($"{target.Host} answered with status {status}.", "Check the address, and what was asked.", words),
        };
    }

    /// <summary>Markup is nothing that a person reads, but what arXiv says of an error stands in a feed.</summary>
    private static string Quote(string text)
    {
        var summary = text.IndexOf("<summary", StringComparison.Ordinal);
        if (summary >= 0)
        {
            var from = text.IndexOf('>', summary) + 1;
            var to = text.IndexOf("</summary>", summary, StringComparison.Ordinal);
            return from > 0 && to > from ? Shortened(WebUtility.HtmlDecode(text[from..to])) : "";
        }
        return text.TrimStart().StartsWith('<') ? "" : Shortened(text);
    }

    private static string Shortened(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            line.Append(line.Length > 0 ? " " : "").Append(word);
        return line.Length <= MaxWords ? line.ToString() : line.ToString(0, MaxWords) + "…";
    }

    private static string Reason(HttpRequestException exception) => exception.Message.TrimEnd('.');

    private static string Size(long bytes) => bytes >= 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0.#} MiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes");

    private static string Span(TimeSpan span) => span.TotalMinutes switch
    {
        < 2 => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, span.TotalSeconds):0} seconds"),
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0} minutes"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0} hours"),
    };
}
