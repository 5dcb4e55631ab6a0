from keyword import iskeyword, issoftkeyword, kwlist, softkwlist
print(iskeyword("for"), iskeyword("match"), issoftkeyword("match"), len(kwlist), softkwlist, kwlist)
