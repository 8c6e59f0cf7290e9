using System.Globalization;
using System.Text.Json;

namespace PaperGraph.Ingest.Fetching.Walks;

/// <summary>The lists of days at Hugging Face, the earliest first.</summary>
internal sealed class DailyWalk(Uri service, DateOnly from, DateOnly to) : ApiWalk
{
    /// <summary>The most that the API gives at once; days have some dozens.</summary>
    private const int PageSize = 100;

    public override Uri First => Of(from);

    public override bool HasLastingAddresses => true;

    protected override string Question => $"daily papers of {service} from {Text(from)} to {Text(to)}";

    protected override string Format => "JSON";

    public override Uri? After(Uri address)
    {
        var day = DateOnly.ParseExact(Parameter(address, "date")!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return day < to ? Of(day.AddDays(1)) : null;
    }

    protected override WalkPage ReadAnswer(Uri address, string? restart, Stream answer)
    {
        using var json = JsonDocument.Parse(answer);
        if (json.RootElement.ValueKind != JsonValueKind.Array)
            return WalkPage.Unusable("it is no array of papers");
        if (json.RootElement.GetArrayLength() < PageSize) return new WalkPage { Next = After(address) };

        var page = int.Parse(Parameter(address, "p") ?? "0", CultureInfo.InvariantCulture);
        return new WalkPage { Next = new Uri($"{address.AbsoluteUri.Split("&p=")[0]}&p={page + 1}") };
    }

    private Uri Of(DateOnly day) => Address(
        service, "/api/daily_papers", ("date", Text(day)), ("limit", PageSize.ToString(CultureInfo.InvariantCulture)));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
