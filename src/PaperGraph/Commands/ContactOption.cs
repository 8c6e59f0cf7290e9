using System.CommandLine;
using PaperGraph.Ingest.Fetching;

namespace PaperGraph.Commands;

/// <summary>Where whoever runs a server finds whoever fetches from it.</summary>
internal sealed class ContactOption : Option<string?>
{
    private readonly IConfiguration configuration;

    public ContactOption(IConfiguration configuration)
        : base("--contact")
    {
        this.configuration = configuration;
        Description = "A mail address or page, sent to the servers that are asked, so that they can tell you what goes wrong. "
            + "Also by Fetch__Contact.";
        HelpName = "ADDRESS";
        Recursive = true;
    }

    /// <summary>How to fetch: as the configuration says, and with the contact that was given, if one was.</summary>
    public FetchOptions ReadSettings(ParseResult parsed) => FetchSettings.Read(configuration, parsed.GetValue(this));
}
