using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace PaperGraph.Sources.Bytes;

/// <summary>The files in a zip archive, each an input of its own. Hidden ones, and those that systems add, are passed over.</summary>
internal static class ZipArchiveInputs
{
    public delegate IAsyncEnumerable<SourceItem> InputReader(
        Input input, string name, ReadOptions options, CancellationToken cancellationToken);

    /// <summary>Whether bytes begin as an archive, or as one that is empty.</summary>
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8);

    public static async Task<bool> IsZipAsync(Stream stream, CancellationToken cancellationToken)
    {
        var start = stream.Position;
        var head = new byte[4];
        var length = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        stream.Position = start;
        return IsZip(head.AsSpan(0, length));
    }

    public static async IAsyncEnumerable<SourceItem> ReadAsync(
        Stream stream, string name, ReadOptions options, InputReader read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (archive, broken) = Open(stream);
        if (archive is null)
        {
            foreach (var file in CutZipArchive.Files(stream).Where(file => IsFile(file.Name)))
            {
                await using var input = await Input.OpenAsync(file.Open, options, file.MaxLength, cancellationToken);
                await foreach (var item in read(input, $"{name}/{file.Name}", options, cancellationToken)) yield return item;
            }
            yield return Problem(
                name, $"This zip archive cannot be read ({broken!.TrimEnd('.')}).",
                "Get the file again; of one that is cut off, what stands before the cut is read.");
            yield break;
        }

        using var _ = archive;
        if (archive.GetEntry("[Content_Types].xml") is not null)
        {
            yield return Problem(name, "This is a document of an office program.", "Save its text, or export the records it holds.");
            yield break;
        }
        var files = archive.Entries.Where(entry => entry.Name.Length > 0 && IsFile(entry.FullName)).ToList();
        if (files.Count == 0)
            yield return Problem(name, "There is no file in this zip archive.", "Check that it is the one that was meant.");

        // Nobody named the files one by one: text is taken for a page where something on it says so.
        var found = new ReadOptions
        {
            Format = options.Format,
            AsOf = options.AsOf,
            WrittenAt = options.WrittenAt,
            IsFound = options.IsFound || files.Count > 1,
            SpoolBytes = options.SpoolBytes,
            MaxUnitBytes = options.MaxUnitBytes,
            MaxProblems = options.MaxProblems,
            MaxInflationRatio = options.MaxInflationRatio,
            FreeInflationBytes = options.FreeInflationBytes,
        };
        var limits = InflationLimits.From(options);
        var inflated = 0L;
        foreach (var file in files)
        {
            if (limits.AreExceeded(inflated, stream.Length))
            {
                var bomb = InputDamage.TooManyBytes(limits);
                yield return Problem(name, bomb.Message, bomb.Advice);
                yield break;
            }
            var path = $"{name}/{file.FullName}";
            if (Refusal(file) is { } refusal)
            {
                yield return Problem(path, refusal, "Unpack it yourself, and import what comes out.");
                continue;
            }
            await using var input = await Input.OpenAsync(file.Open, found, file.CompressedLength, cancellationToken);
            await foreach (var item in read(input, path, found, cancellationToken)) yield return item;
            await input.DisposeAsync();
            inflated += input.InflatedLength;
        }
    }

    private static (ZipArchive? Archive, string? Broken) Open(Stream stream)
    {
        try
        {
            var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            _ = archive.Entries.Count;
            return (archive, null);
        }
        catch (InvalidDataException broken)
        {
            return (null, broken.Message);
        }
    }

    private static bool IsFile(string path) =>
        path is [.., not '/' and not '\\'] && !path.Split('/', '\\').Any(part => part is ['.', ..] and not ("." or "..") or "__MACOSX");

    /// <summary>Why a file in the archive cannot be opened; null where it can.</summary>
    private static string? Refusal(ZipArchiveEntry file)
    {
        if (file.IsEncrypted) return "This file in the archive is encrypted.";
        try
        {
            using var stream = file.Open();
            return null;
        }
        catch (InvalidDataException broken)
        {
            return $"This file in the archive cannot be read ({broken.Message.TrimEnd('.')}).";
        }
    }

    private static ReadProblem Problem(string name, string message, string advice) =>
        new() { File = name, Message = message, Advice = advice };
}
