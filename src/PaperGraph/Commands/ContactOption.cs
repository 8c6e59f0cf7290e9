using System.CommandLine;

namespace PaperGraph.Commands;

/// <summary>Where whoever runs a server finds whoever fetches from it.</summary>
internal sealed class ContactOption : Option<string?>
{
    public ContactOption()
        : base("--contact")
    {
        Description = "A mail address or page, sent to the servers that are asked, so that they can tell you what goes wrong. "
            + "Also by Fetch__Contact.";
        HelpName = "ADDRESS";
        Recursive = true;
    }
}
