using System.CommandLine;
using PaperGraph.Ingest.Fetching;

namespace PaperGraph.Commands;

/// <summary>Another server than the usual one, such as a mirror.</summary>
internal sealed class ServiceOption : Option<string?>
{
    public ServiceOption(string variable)
        : base("--service")
    {
        Description = $"The address at which the service answers, if not at the usual one. Also by {FetchSettings.Section}__{variable}.";
        HelpName = "ADDRESS";
        Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var address }] && WebAddress.Parse(address) is null)
                result.AddError($"--service {address} is no address of a service. It looks like https://example.org/api.");
        });
    }

    /// <summary>The address that was given; null for the one of the settings.</summary>
    public Uri? Of(ParseResult parsed) => parsed.GetValue(this) is { } address ? WebAddress.Parse(address) : null;
}
