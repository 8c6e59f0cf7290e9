namespace PaperGraph.Ingest.Fetching;

/// <summary>The pauses between two requests that sources ask for.</summary>
internal static class HostPauses
{
    private static readonly (string Domain, TimeSpan Pause)[] Published =
    [
        // "make no more than one request every three seconds" (https://info.arxiv.org/help/api/tou.html)
        ("arxiv.org", TimeSpan.FromSeconds(3)),

        // Ten a second (https://docs.openalex.org/how-to-use-the-api/rate-limits-and-authentication)
        ("openalex.org", TimeSpan.FromSeconds(0.1)),

        // One a second (https://www.semanticscholar.org/product/api)
        ("semanticscholar.org", TimeSpan.FromSeconds(1)),

        // 500 in five minutes of who has no account (https://huggingface.co/docs/hub/rate-limits)
        ("huggingface.co", TimeSpan.FromSeconds(0.6)),
    ];

    public static TimeSpan Of(string host, FetchOptions options)
    {
        foreach (var (domain, pause) in Published)
            if (host == domain || host.EndsWith($".{domain}", StringComparison.Ordinal)) return pause;
        return options.Pause;
    }
}
