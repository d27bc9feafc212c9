using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Awards.Web.Platform.Operation;

/// <summary>Settings below <c>Proxy</c>: whose word about address, scheme and host of a request is taken. None named = nobody's.</summary>
public sealed class ProxyOptions
{
    /// <summary>Addresses of proxies.</summary>
    public IList<string> KnownProxies { get; set; } = [];

    /// <summary>Networks of proxies, as 10.1.0.0/16.</summary>
    public IList<string> KnownNetworks { get; set; } = [];

    /// <summary>How many proxies a request passes, 1 to 10; entries beyond were written by somebody else.</summary>
    public int Hops { get; set; } = 1;

    /// <summary>What the framework is to do, or null where no proxy is named.</summary>
    public ForwardedHeadersOptions? Read(IList<string> hosts, SettingFaults faults)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = Hops,
            AllowedHosts = hosts,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        if (Hops is < 1 or > 10) faults.Add("Proxy:Hops", "Bitte eine Zahl von 1 bis 10 angeben.");
        foreach (var text in KnownProxies)
        {
            if (IPAddress.TryParse(text, out var address)) options.KnownProxies.Add(address);
            else faults.Add("Proxy:KnownProxies", $"„{text}“ ist keine IP-Adresse.");
        }
        foreach (var text in KnownNetworks)
        {
            if (System.Net.IPNetwork.TryParse(text, out var network) && network.PrefixLength > 0) options.KnownIPNetworks.Add(network);
            else faults.Add("Proxy:KnownNetworks", $"„{text}“ ist kein Netz der Form 10.1.0.0/16, oder es umfasst alle Adressen.");
        }
        return options.KnownProxies.Count + options.KnownIPNetworks.Count > 0 ? options : null;
    }
}
