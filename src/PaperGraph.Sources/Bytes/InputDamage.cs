namespace PaperGraph.Sources.Bytes;

/// <summary>Why bytes end before their end. What stands before that is read.</summary>
/// <param name="Message">One sentence that says what was wrong.</param>
/// <param name="Advice">One sentence that says what to do about it.</param>
internal sealed record InputDamage(string Message, string Advice)
{
    public static InputDamage OfCompression(string reason) => new(
        $"The compressed data ends before its end ({reason.TrimEnd('.')}).", "Get the file again; what stands before the damage is read.");

    public static InputDamage TooManyBytes(InflationLimits limits) => new(
        $"The compressed data is more than {limits.MaxRatio} times as long when it is inflated.",
        "No papers are so; inflate it yourself and import what comes out, if it is meant all the same.");
}
