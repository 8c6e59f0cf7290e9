namespace PaperGraph.Sources.Bytes;

/// <summary>
/// How far compressed data may be inflated. Papers are some three to thirty times as long as when they are compressed; a file that was
/// made to fill a disk, some thousand times.
/// </summary>
/// <param name="MaxRatio">The greatest length of what comes out, in lengths of what went in.</param>
/// <param name="FreeBytes">What may come out whatever went in, because short data may be of any ratio.</param>
internal sealed record InflationLimits(int MaxRatio, long FreeBytes)
{
    public static InflationLimits From(ReadOptions options) => new(options.MaxInflationRatio, options.FreeInflationBytes);

    public bool AreExceeded(long inflated, long compressed) => inflated > FreeBytes && inflated / MaxRatio > compressed;
}
