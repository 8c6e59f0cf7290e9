namespace PaperGraph.Ingest.Fetching;

/// <summary>Tells addresses from paths.</summary>
public static class WebAddress
{
    public static bool IsOne(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address that a text is; null where it is none that can be fetched.</summary>
    public static Uri? Parse(string text) =>
        IsOne(text) && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Host.Length > 0
            ? new UriBuilder(address) { Fragment = "" }.Uri
            : null;
}
