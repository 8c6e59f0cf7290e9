using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace PaperGraph.Sources.Bytes;

/// <summary>Lines of UTF-8 that end in LF, CR LF or CR. A line that is not UTF-8, or too long, is marked; the others are whole.</summary>
internal sealed class LineReader(Stream stream, int maxBytes, bool wasConverted)
{
    /// <summary>The longest line that is read where the options allow longer ones.</summary>
    private const int MaxBytes = 1024 * 1024;

    private static readonly SearchValues<byte> LineEnds = SearchValues.Create((byte)'\n', (byte)'\r');

    private readonly byte[] buffer = new byte[64 * 1024];
    private readonly ArrayBufferWriter<byte> line = new();
    private bool tooLong;
    private long offset;
    private int number;

    /// <summary>The lines of an input from its beginning.</summary>
    public static LineReader Open(Input input, ReadOptions options) =>
        new(input.Open(), Math.Min(options.MaxUnitBytes, MaxBytes), wasConverted: input.Mark.Encoding is not null);

    public async IAsyncEnumerable<TextLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var afterReturn = false;
        for (int length; (length = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            for (var start = 0; start < length;)
            {
                if (afterReturn && buffer[start] == '\n')
                {
                    afterReturn = false;
                    offset++;
                    start++;
                    continue;
                }
                afterReturn = false;
                var end = buffer.AsSpan(start, length - start).IndexOfAny(LineEnds);
                Append(buffer.AsSpan(start, end < 0 ? length - start : end));
                if (end < 0) break;

                afterReturn = buffer[start + end] == '\r';
                start += end + 1;
                yield return Take();
            }
        }
        if (line.WrittenCount > 0) yield return Take();
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        var room = maxBytes - line.WrittenCount;
        tooLong |= bytes.Length > room;
        line.Write(bytes[..Math.Min(bytes.Length, room)]);
        offset += bytes.Length;
    }

    private TextLine Take()
    {
        number++;
        var bytes = line.WrittenSpan;
        var text = Prose.WithoutNul(Encoding.UTF8.GetString(bytes));
        var damage = tooLong
            ? new LineDamage(
                1, $"This line is longer than {maxBytes} bytes.", "Break the text into lines; what belongs to this one is left out.")
            : FindDamage(bytes, text);
        offset++;
        line.ResetWrittenCount();
        tooLong = false;
        return new TextLine(number, text, damage);
    }

    private LineDamage? FindDamage(ReadOnlySpan<byte> bytes, string text)
    {
        if (wasConverted)
        {
            var replaced = text.IndexOf('\uFFFD', StringComparison.Ordinal);
            return replaced < 0 ? null : new LineDamage(
                replaced + 1, "There is half a character here.", "Save the file as UTF-8; the text that holds it is left out.");
        }
        if (Utf8.IsValid(bytes)) return null;

        Utf8.ToUtf16(bytes, new char[bytes.Length], out var read, out var written, replaceInvalidSequences: false);
        return new LineDamage(
            written + 1,
            $"Byte 0x{bytes[read]:X2} at offset {offset - bytes.Length + read} is not UTF-8.",
            "Save the file as UTF-8; the text that holds it is left out.");
    }
}
