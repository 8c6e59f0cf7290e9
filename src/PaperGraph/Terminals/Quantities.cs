using System.Globalization;

namespace PaperGraph.Terminals;

/// <summary>Numbers with the noun they count.</summary>
internal static class Quantities
{
    /// <summary>Writes a number and what it counts: "1 paper", "12,345 papers".</summary>
    public static string Count(long number, string singular, string? plural = null) =>
        $"{Number(number)} {(number == 1 ? singular : plural ?? singular + "s")}";

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
