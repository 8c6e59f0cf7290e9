namespace PaperGraph.Postgres.Tests;

/// <summary>A shell script that stands in for a program.</summary>
internal static class Script
{
    public static void Write(string path, string commands)
    {
        File.WriteAllText(path, $"#!/bin/sh\n{commands}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixMode.Private);
    }
}
