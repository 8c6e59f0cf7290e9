using System.Text;
using System.Text.Json;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources;

/// <summary>
/// Tells whether an input is all there, as far as it shows: JSON and XML end where what they begin with ends, and compressed data have an
/// end of their own. What reads papers takes those that stand before a cut; who can get the input again asks first.
/// </summary>
public static class WholeInput
{
    private const int TailBytes = 1024;

    /// <summary>The longest token of JSON that is looked at; what has longer ones is taken to be whole.</summary>
    private const int MaxTokenBytes = 16 << 20;

    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, AllowMultipleValues = true, MaxDepth = 1_000 };

    /// <summary>What shows that something is missing, as a clause; null where nothing does.</summary>
    /// <param name="stream">Read from its beginning, and left anywhere.</param>
    public static async Task<string?> FindDamageAsync(Stream stream, CancellationToken cancellationToken)
    {
        // An archive that is cut off has no list of its files, and none of them is read.
        stream.Position = 0;
        if (await ZipArchiveInputs.IsZipAsync(stream, cancellationToken)) return null;
        Stream Rewind()
        {
            stream.Position = 0;
            return stream;
        }
        await using var input = await Input.OpenAsync(Rewind, new ReadOptions(), archivedLength: null, cancellationToken);
        if (input.Probe.Json is not null)
        {
            if (await EndsWithinJsonAsync(input.Open(), cancellationToken)) return "it ends within its JSON";
        }
        else if (input.Probe.Xml is { } xml)
        {
            if (!await EndsWithAsync(input.Open(), xml.Name, cancellationToken)) return $"it ends before </{xml.Name}>";
        }
        else
        {
            await input.Open().CopyToAsync(Stream.Null, cancellationToken);
        }
        return input.Damage?.Message.TrimEnd('.');
    }

    private static async Task<bool> EndsWithinJsonAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var (kept, depth, state) = (0, 0, new JsonReaderState(Lenient));
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer.AsMemory(kept), cancellationToken)) > 0;)
            {
                var length = kept + read;
                var consumed = Advance(buffer.AsSpan(0, length), ref state, ref depth);
                kept = length - consumed;
                buffer.AsSpan(consumed, kept).CopyTo(buffer);
                if (kept < buffer.Length) continue;
                if (buffer.Length >= MaxTokenBytes) return false;
                Array.Resize(ref buffer, 2 * buffer.Length);
            }
        }
        catch (JsonException)
        {
            // The reader says what is wrong with it, and where.
            return false;
        }
        return depth > 0;
    }

    private static int Advance(ReadOnlySpan<byte> bytes, ref JsonReaderState state, ref int depth)
    {
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, state);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) depth++;
            else if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) depth--;
        }
        state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    /// <summary>Whether the last tag closes the first element; comments may stand behind it.</summary>
    private static async Task<bool> EndsWithAsync(Stream stream, string name, CancellationToken cancellationToken)
    {
        var tail = new byte[2 * TailBytes];
        var length = 0;
        for (int read; (read = await stream.ReadAsync(tail.AsMemory(length), cancellationToken)) > 0;)
        {
            length += read;
            if (length < tail.Length) continue;
            tail.AsSpan(length - TailBytes).CopyTo(tail);
            length = TailBytes;
        }
        var end = Encoding.Latin1.GetString(tail, 0, length).TrimEnd();
        var closing = end.LastIndexOf("</", StringComparison.Ordinal);
        if (closing < 0 || !end.AsSpan(closing).Contains('>')) return end.EndsWith("/>", StringComparison.Ordinal);
        var tag = end[(closing + 2)..].Split('>')[0].Trim();
        return tag == name || tag.EndsWith($":{name}", StringComparison.Ordinal);
    }
}
