namespace PaperGraph.Sources.Json;

/// <summary>What JSON looks like from outside.</summary>
internal static class JsonContent
{
    /// <summary>Whether bytes begin as JSON and not as text in square brackets.</summary>
    public static bool Accepts(ReadOnlySpan<byte> probe)
    {
        var text = probe.TrimStart(" \t\r\n"u8);
        if (text is [(byte)'{', ..]) return true;
        if (text is [(byte)'"', ..]) return text[1..].TrimStart(" \t"u8) is [(byte)'{', ..];
        if (text is not [(byte)'[', ..]) return false;
        var first = text[1..].TrimStart(" \t\r\n"u8);
        return first is [] or [(byte)'{' or (byte)'[' or (byte)']' or (byte)'"', ..] || first.StartsWith("null"u8);
    }
}
