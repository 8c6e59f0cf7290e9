using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace PaperGraph.Commands;

/// <summary>Options that take a day, written as 2025-06-20.</summary>
internal static class DayOption
{
    /// <param name="why">What the day is, for whoever gives one in the future: a sentence.</param>
    public static Option<DateOnly?> Create(string name, string description, string why) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result => Parse(result, name, why),
    };

    /// <summary>Here or in UTC, whichever is later.</summary>
    public static DateOnly Today()
    {
        var now = TimeProvider.System.GetUtcNow();
        var here = TimeZoneInfo.ConvertTime(now, TimeProvider.System.LocalTimeZone);
        return DateOnly.FromDateTime(here.DateTime > now.DateTime ? here.DateTime : now.DateTime);
    }

    private static DateOnly? Parse(ArgumentResult result, string name, string why)
    {
        var text = result.Tokens.Single().Value;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            result.AddError($"{name} {text} is no day. It looks like 2025-06-20.");
            return null;
        }
        if (day <= Today()) return day;
        result.AddError($"{name} {text} lies in the future. {why}");
        return null;
    }
}
