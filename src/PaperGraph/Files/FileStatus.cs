using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace PaperGraph.Files;

internal enum FileKind
{
    /// <summary>Nothing, or nothing that this user may look at.</summary>
    Missing,
    File,
    Folder,
    Pipe,
    Socket,
    Device,
}

/// <summary>What a path leads to, links followed.</summary>
/// <param name="Identity">A number that all paths to the same file have in common; on Linux the device is its upper half.</param>
internal readonly record struct FileStatus(FileKind Kind, UInt128 Identity)
{
    private const int CurrentFolder = -100;
    private const int WithoutAutomount = 0x800;
    private const uint TypeAndInode = 0x101;

    public static FileStatus Read(string path) => OperatingSystem.IsLinux() ? ReadLinux(path) : ReadPortable(path);

    // struct statx of linux/stat.h: mode at 28, inode at 32, device at 136 and 140.
    private static FileStatus ReadLinux(string path)
    {
        var status = new byte[256];
        if (Statx(CurrentFolder, path, WithoutAutomount, TypeAndInode, status) != 0) return default;

        var kind = (MemoryMarshal.Read<ushort>(status.AsSpan(28)) & 0xF000) switch
        {
            0x8000 => FileKind.File,
            0x4000 => FileKind.Folder,
            0x1000 => FileKind.Pipe,
            0xC000 => FileKind.Socket,
            _ => FileKind.Device,
        };
        var device = ((ulong)MemoryMarshal.Read<uint>(status.AsSpan(136)) << 32) | MemoryMarshal.Read<uint>(status.AsSpan(140));
        return new FileStatus(kind, new UInt128(device, MemoryMarshal.Read<ulong>(status.AsSpan(32))));
    }

    private static FileStatus ReadPortable(string path)
    {
        var isFolder = Directory.Exists(path);
        if (!isFolder && !File.Exists(path)) return default;
        FileSystemInfo entry = isFolder ? new DirectoryInfo(path) : new FileInfo(path);
        var target = entry.ResolveLinkTarget(returnFinalTarget: true) ?? entry;
        var identity = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(target.FullName.AsSpan()));
        return new FileStatus(isFolder ? FileKind.Folder : FileKind.File, identity);
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] status);
}
