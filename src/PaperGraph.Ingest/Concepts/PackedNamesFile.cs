using System.Buffers;
using Microsoft.Win32.SafeHandles;
using PaperGraph.Concepts.Collection;

namespace PaperGraph.Ingest.Concepts;

/// <summary>
/// The packed names of papers, a kilobyte each, which are gone through several times while all papers are counted: the first in memory, all
/// others in a temporary file that goes with the process. They may be read by many threads at once as long as none is added.
/// </summary>
internal sealed class PackedNamesFile : IDisposable
{
    /// <summary>Those of some 30,000 papers: fewer never come to a disk.</summary>
    private const int MaxInMemory = 32 << 20;

    private const int BufferSize = 1 << 20;

    private readonly ArrayBufferWriter<byte> first = new();
    private readonly ArrayBufferWriter<byte> pending = new();
    private SafeFileHandle? file;
    private long length;

    /// <summary>Adds the names of a paper.</summary>
    /// <exception cref="IOException">The folder for temporary files cannot be written to, or has no room left.</exception>
    public PackedNamesPlace Add(long paper, long digest, ReadOnlySpan<byte> packed)
    {
        if (file is null && first.WrittenCount + packed.Length <= MaxInMemory)
        {
            first.Write(packed);
            return new PackedNamesPlace(paper, digest, first.WrittenCount - packed.Length, packed.Length);
        }
        file ??= Create();
        pending.Write(packed);
        var place = new PackedNamesPlace(paper, digest, first.WrittenCount + length + pending.WrittenCount - packed.Length, packed.Length);
        if (pending.WrittenCount >= BufferSize) Flush();
        return place;
    }

    /// <summary>Has all that was added where it can be read.</summary>
    /// <inheritdoc cref="Add" path="/exception"/>
    public void Flush()
    {
        if (pending.WrittenCount == 0) return;
        try
        {
            RandomAccess.Write(file!, pending.WrittenSpan, length);
        }
        catch (IOException exception)
        {
            throw new IOException(
                $"The names of the papers, a kilobyte each, do not fit into the folder for temporary files, {Path.GetTempPath()} "
                + $"({exception.Message}). Make room there, or name another folder by TMPDIR.",
                exception);
        }
        length += pending.WrittenCount;
        pending.ResetWrittenCount();
    }

    /// <exception cref="IOException">The file cannot be read.</exception>
    public PackedPaper Read(PackedNamesPlace place)
    {
        var packed = new byte[place.Length];
        if (place.Offset < first.WrittenCount) first.WrittenSpan.Slice((int)place.Offset, place.Length).CopyTo(packed);
        else
        {
            for (var read = 0; read < packed.Length;)
            {
                var more = RandomAccess.Read(file!, packed.AsSpan(read), place.Offset - first.WrittenCount + read);
                if (more == 0) throw new IOException("The temporary file of the papers' names was cut off.");
                read += more;
            }
        }
        return new PackedPaper(place.PaperId, packed);
    }

    public void Dispose() => file?.Dispose();

    private static SafeFileHandle Create()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = File.OpenHandle(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.DeleteOnClose | FileOptions.RandomAccess);
        // Elsewhere than on Windows a file is there without a name, and goes with the process however that ends.
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return file;
    }
}

/// <summary>Where the names of a paper are.</summary>
/// <param name="Digest">That of the paper's mentions.</param>
internal readonly record struct PackedNamesPlace(long PaperId, long Digest, long Offset, int Length);
