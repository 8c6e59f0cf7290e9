using System.ComponentModel.DataAnnotations;

namespace PaperGraph.Ingest.Fetching;

/// <summary>From where papers are fetched, and how patiently. All requests to one host come one after the other.</summary>
public sealed class FetchOptions
{
    /// <summary>A mail address, or that of a page, at which whoever runs a server finds whoever asks it. Sent with each request.</summary>
    public string? Contact { get; set; }

    /// <summary>Where Hugging Face answers.</summary>
    [Required]
    public Uri HuggingFace { get; set; } = new("https://huggingface.co");

    /// <summary>Where arXiv's API answers.</summary>
    [Required]
    public Uri Arxiv { get; set; } = new("https://export.arxiv.org");

    /// <summary>Where arXiv can be harvested by OAI-PMH.</summary>
    [Required]
    public Uri ArxivOai { get; set; } = new("https://oaipmh.arxiv.org/oai");

    [Required]
    public Uri OpenAlex { get; set; } = new("https://api.openalex.org");

    /// <summary>The key of an account at OpenAlex; sent there alone, and stored nowhere.</summary>
    public string? OpenAlexKey { get; set; }

    [Required]
    public Uri SemanticScholar { get; set; } = new("https://api.semanticscholar.org");

    /// <summary>The key for Semantic Scholar's API; sent there alone, and stored nowhere.</summary>
    public string? SemanticScholarKey { get; set; }

    /// <summary>The most bytes of one answer, as they are sent.</summary>
    [Range(1024, long.MaxValue)]
    public long MaxSize { get; set; } = 16L << 30;

    /// <summary>How long a server may say nothing before it is asked again.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MaxSilence { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one answer may take from its first byte to its last.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "23:00:00")]
    public TimeSpan MaxTime { get; set; } = TimeSpan.FromHours(3);

    /// <summary>How often a request that failed is tried again.</summary>
    [Range(1, 20)]
    public int MaxRetries { get; set; } = 5;

    /// <summary>
    /// How long to wait before the first of these; each time twice as long, and somewhat more or less. A server that says when to come
    /// again is obeyed.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:05:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest time to wait because a server says so; where it says more, that is a problem for a person.</summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(2);

    [Range(0, 20)]
    public int MaxRedirects { get; set; } = 5;

    /// <summary>The pause between two requests to a host of which no limit is known; see <see cref="HostPauses"/>.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(1);
}
