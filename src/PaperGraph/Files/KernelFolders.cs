using System.Collections.Frozen;

namespace PaperGraph.Files;

/// <summary>
/// File systems in which the kernel shows itself, such as <c>/proc</c>: their files are made as they are read, some without an end,
/// and some wait for what never comes.
/// </summary>
internal sealed class KernelFolders
{
    private static readonly FrozenSet<string> Formats =
    [
        "proc", "sysfs", "sysfs2", "debugfs", "tracefs", "securityfs", "cgroupfs", "cgroup2fs", "cgroup", "cgroup2", "bpf_fs", "bpf",
        "devpts", "pstore", "pstorefs", "configfs", "efivarfs", "mqueue", "fusectl", "binfmt_misc", "selinux", "selinuxfs", "nsfs",
        "rpc_pipefs",
    ];

    private readonly Dictionary<ulong, string?> formatOfDevice = [];

    /// <summary>What such a file system is called; null for a folder of any other.</summary>
    public string? FindFormat(string folder, FileStatus status)
    {
        if (!OperatingSystem.IsLinux()) return null;
        var device = (ulong)(status.Identity >> 64);
        if (!formatOfDevice.TryGetValue(device, out var format)) formatOfDevice[device] = format = Read(folder);
        return format;
    }

    private static string? Read(string folder)
    {
        try
        {
            var format = new DriveInfo(Path.GetFullPath(folder)).DriveFormat;
            return Formats.Contains(format) ? format : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
